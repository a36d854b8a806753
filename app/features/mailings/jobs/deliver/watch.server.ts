import { log } from '#app/infra/log/log.server.ts'
import { pauseRefused } from '../../commands/pause-refused.server.ts'
import { settleFinishedMailings } from '../../commands/settle-finished-mailings.server.ts'
import { endTrials } from '../../commands/trial.server.ts'
import { findRefusals } from '../../queries/alarms.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { writeDownAnswers } from './answers.server.ts'
import { endExpiredLeases } from './orphans.server.ts'

/** Milliseconds between two looks, and between two lines that say the same. */
const lookEvery = 60_000
const sayEvery = 3_600_000

/** Says once an hour, as long as it goes on, that receivers refuse the sender. A code and a number: nobody's address. */
async function tellRefusals(now: number): Promise<void> {
  const told = singleton('refusals-told', () => ({ lookedAt: -Infinity, saidAt: -Infinity }))
  if (now - told.lookedAt < lookEvery || now - told.saidAt < sayEvery) return
  told.lookedAt = now
  const refusals = await findRefusals(1)
  if (!refusals) return
  told.saidAt = now
  log.error('receivers refuse the sender', { job: 'deliver', count: refusals.count, code: refusals.reply })
}

/** What every worker looks after: leases whose holder is gone, mailings that are done, those that have to stop, and trials whose time is over. */
export async function watchMailings(): Promise<void> {
  const ended = await endExpiredLeases()
  if (ended > 0) log.warn('leases of a worker that is gone were ended', { job: 'deliver', count: ended })
  for (const id of await pauseRefused()) log.error('a mailing was paused: refusals', { job: 'deliver', id })
  await endTrials()
  await tellRefusals(performance.now())
  await settleFinishedMailings()
  await writeDownAnswers()
}
