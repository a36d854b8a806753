import { approveMailing } from '#app/features/mailings/commands/approve-mailing.server.ts'
import { startMailing } from '#app/features/mailings/commands/start-mailing.server.ts'
import { writeMailing } from '#app/features/mailings/commands/write-mailing.server.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { aStaffMember } from '../a-staff-member.ts'

const paragraph = (sentence: string) => Array.from({ length: 6 }, () => sentence).join(' ')

const texts = {
  fr: {
    subject: 'La réponse du ministère est arrivée',
    body: `Bonjour,\n\n## Ce qui change\n\n${paragraph('La réponse est **arrivée** : elle ne dit rien de la notation, et nous avons demandé une audience.')}\n\n- [Lire la lettre](https://example.org/lettre)\n- [Lire la réponse](https://example.org/reponse)\n\n${paragraph('Merci à toutes les personnes qui ont signé, parlé et transmis.')}`,
  },
  en: {
    subject: 'The ministry has answered',
    body: `Hello,\n\n## What changes\n\n${paragraph('The answer has **come**: it says nothing of the scoring, and we have asked for a hearing.')}\n\n- [Read the letter](https://example.org/lettre)\n- [Read the answer](https://example.org/reponse)\n\n${paragraph('Thank you to everyone who signed, spoke and passed it on.')}`,
  },
}

/** An update to everyone who asked for news, in both languages, frozen and paused before its first letters. @returns its id */
export async function aFrozenMailing(campaignId: number): Promise<string> {
  const actor = await aStaffMember('campaigner')
  const { id } = await writeMailing({ actor, campaignId, texts, now: new Date() })
  await approveMailing({ actor: await aStaffMember('owner'), id, read: null, now: new Date() })
  await startMailing({ actor, id, now: new Date(), whole: true })
  await turnMailing(id, 'paused')
  await pool().query('vacuum analyze delivery')
  return id
}

/** Pauses it, or lets it go on, as its page does, without a trace. */
export async function turnMailing(id: string, state: 'sending' | 'paused'): Promise<void> {
  await pool().query('update mailing set state = $2::mailing_state where id = $1', [id, state])
  await notify('delivery', '')
}
