import { findCampaignById } from '#app/features/campaigns/queries.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import type { MessageKey, MessageValues } from '#app/i18n/t.ts'
import { cancelMailing, pauseMailing, resumeMailing, type MoveOutcome } from './commands/move-mailing.server.ts'
import { sendTest, type TestOutcome } from './commands/send-test.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { setDoubtful, setPace } from './commands/steer-mailing.server.ts'
import { editMailing, writeMailing } from './commands/write-mailing.server.ts'
import { textsOf, type MailingForm, type NewMailingForm } from './forms.server.ts'

/** What the page says afterwards. */
export interface Said {
  outcome: 'done' | 'refused'
  key: MessageKey
  values?: MessageValues
}

const done = (key: MessageKey): Said => ({ outcome: 'done', key })
const refused = (key: MessageKey, values?: MessageValues): Said => ({ outcome: 'refused', key, values })

/** The form of a new mailing; `null` when its campaign is gone. */
export async function beginMailing(actor: Actor, form: NewMailingForm, now: Date): Promise<string | null> {
  const campaign = await findCampaignById(form.campaign)
  if (!campaign) return null
  const { id } = await writeMailing({ actor, campaignId: campaign.id, texts: textsOf(form), now })
  return id
}

/** What the buttons of a mailing's page do. */
export async function actOnMailing(form: MailingForm, acting: { actor: Actor; id: string; now: Date }): Promise<Said> {
  switch (form.intent) {
    case 'save': {
      const { outcome } = await editMailing({ ...acting, texts: textsOf(form) })
      return outcome === 'written' ? done('mailings.edit.saved') : refused('mailings.edit.tooLate')
    }
    case 'test':
      return tested(await sendTest({ ...acting, email: form.email, locale: form.locale }))
    case 'start': {
      const { outcome } = await startMailing(acting)
      return outcome === 'started' ? done('mailings.start.started') : refused('mailings.start.tooLate')
    }
    case 'pause':
      return moved(await pauseMailing(acting))
    case 'resume':
      return moved(await resumeMailing(acting))
    case 'cancel':
      return moved(await cancelMailing(acting))
    case 'pace':
      return moved(await setPace({ ...acting, lettersPerHour: form.pace * (form.per === 'minute' ? 60 : 1) }))
    case 'doubtful':
      return moved(await setDoubtful({ ...acting, resendsDoubtful: form.doubtful === 'again' }))
  }
}

function tested(sent: TestOutcome): Said {
  if (sent.outcome === 'test-sent') return done('mailings.test.sent')
  return sent.outcome === 'test-refused' && sent.reply
    ? refused('mailings.test.refusedWith', { reply: sent.reply })
    : refused('mailings.test.refused')
}

const moved = ({ outcome }: MoveOutcome): Said =>
  outcome === 'moved' ? done('mailings.run.moved') : refused('mailings.run.notPossible')
