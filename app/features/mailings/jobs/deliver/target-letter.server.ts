import { signaturePlace } from '#app/features/signatures/places.ts'
import { openPerson } from '#app/features/signatures/sealed-person.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import type { OutgoingMail } from '#app/infra/mail/write-message.server.ts'
import { stopDripBecause } from '../../commands/drip.server.ts'
import { QuoteTakenBack } from '../../preview.server.ts'
import { findDrip, type Drip } from '../../queries/drip.server.ts'
import { later, suppressed, type Settlement } from '../../rules.ts'
import { afterQuiet, mostNamed } from '../../rules/drip.ts'
import { addressed, writeToAddressee } from '../../write-to-addressee.server.ts'
import type { Claim } from './claim.server.ts'
import { isLeftAlone } from './left-alone.server.ts'

/** Seconds after which a letter asks again whether letters to the addressee go out. */
const untilAllowed = 300

interface Mentioned {
  emailIndex: Buffer
  sealedEmail: Buffer
  sealedName: Buffer
}

/** Whoever took their signature back meanwhile, or whose signature a rule took out, is told of no more. */
const stillThere = `
from target_mention m join signature s on s.campaign_id = m.campaign_id and s.id = m.signature_id
where m.letter_id = $1 and s.state::text = 'confirmed'`

async function namesOf(
  { id, campaignId }: { id: string; campaignId: number },
  { settings, createdAt }: Drip,
): Promise<string[]> {
  if (!settings.names) return []
  // Who signed before there was such a letter had been told that no name leaves.
  const { rows } = await pool().query<Mentioned>(
    `select s.email_index as "emailIndex", s.sealed_email as "sealedEmail", s.sealed_name as "sealedName" ${stillThere}
     and s.show_name and s.created_at >= $2 order by s.confirmed_at, s.id limit ${mostNamed}`,
    [id, createdAt],
  )
  return rows.map(
    ({ emailIndex, ...sealed }) =>
      openPerson(sealed, (column) => signaturePlace(column, { campaignId, emailIndex })).name,
  )
}

async function countsOf({
  id,
  campaignId,
}: {
  id: string
  campaignId: number
}): Promise<{ people: number; total: number }> {
  const { rows } = await pool().query<{ people: number; total: number }>(
    `select (select count(*)::int ${stillThere}) as people,
       coalesce((select sum(n) from tally where campaign_id = $2 and dimension = 'all'), 0)::int as total`,
    [id, campaignId],
  )
  return rows[0] ?? { people: 0, total: 0 }
}

type Written = Pick<OutgoingMail, 'to'> & ReturnType<typeof addressed>

/**
 * A letter to the addressee, or why it does not go now: letters were stopped, it is a quiet hour there, its mailbox is to be left
 * alone (then all of them stop), or nobody is left to be told of. @throws SealBroken
 */
export async function composeTargetLetter(
  { campaignId, subjectId: id }: Pick<Claim, 'campaignId' | 'subjectId'>,
  now: number,
): Promise<Written | Settlement> {
  const drip = await findDrip(campaignId)
  if (!drip) return suppressed
  const { settings } = drip
  if (drip.state !== 'running') return later(untilAllowed)
  const quiet = afterQuiet(settings, now) - now
  if (quiet > 0) return later(quiet / 1000)
  if (await isLeftAlone(settings.to)) {
    await stopDripBecause(campaignId, 'left-alone')
    return later(untilAllowed)
  }
  const letter = { id, campaignId }
  const [{ people, total }, names] = await Promise.all([countsOf(letter), namesOf(letter, drip)])
  if (people === 0) return suppressed
  try {
    const mail = await writeToAddressee(campaignId, settings, { people, names, total })
    // Nobody is left out because the campaign has no text in that language at the moment.
    return mail ? { ...addressed(mail, settings), to: { name: '', address: settings.to } } : later(untilAllowed)
  } catch (error) {
    if (!(error instanceof QuoteTakenBack)) throw error
    await stopDripBecause(campaignId, 'quote-gone')
    return later(untilAllowed)
  }
}
