import { randomUUID } from 'node:crypto'
import { confirmedTotal } from '#app/features/signatures/queries.server.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { sendMail } from '#app/infra/mail/transport.server.ts'
import { faultsForAddressee } from '../addressee-look.server.ts'
import { findDrip } from '../queries/drip.server.ts'
import { findLock } from '../queries/run.server.ts'
import { sampleTold } from '../rules/addressee-samples.ts'
import { addressed, writeToAddressee } from '../write-to-addressee.server.ts'
import { noteDripTested, type Dripping } from './drip.server.ts'

export type DripTestOutcome =
  | { outcome: 'test-sent' | 'not-possible' | 'sending-locked' | 'faults' }
  | { outcome: 'test-refused'; reply: string | null }

/**
 * Sends the letter as it would be to the test address, marked as a test, with people who do not exist. Only what was tested as it
 * is can be proposed.
 */
export async function testDrip(dripping: Dripping): Promise<DripTestOutcome> {
  // A copy of the site writes to nobody, the team's own mailbox included.
  if ((await findLock()) !== null) return { outcome: 'sending-locked' }
  const { campaignId, now } = dripping
  const drip = await findDrip(campaignId)
  if (!drip || drip.state === 'running') return { outcome: 'not-possible' }
  const { settings, revision } = drip
  if ((await faultsForAddressee(campaignId, settings)).length > 0) return { outcome: 'faults' }
  const told = sampleTold(settings.rhythm === 'paced' ? 'named' : 'digest', settings.names)
  const mail = await writeToAddressee(campaignId, settings, { ...told, total: await confirmedTotal(campaignId) })
  if (!mail) return { outcome: 'not-possible' }
  const sent = await sendMail({
    ...addressed(mail, settings),
    subject: translator(settings.locale)('mailings.test.subject', { subject: mail.subject }),
    to: { name: '', address: settings.testTo },
    messageId: `<${randomUUID()}@${new URL(config().appUrl).hostname}>`,
    date: now,
  })
  if (sent.outcome !== 'handed-over') return { outcome: 'test-refused', reply: 'reply' in sent ? sent.reply : null }
  await noteDripTested(dripping, revision)
  return { outcome: 'test-sent' }
}
