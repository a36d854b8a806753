import { log } from '#app/infra/log/log.server.ts'
import { pauseRefused } from '../../commands/pause-refused.server.ts'
import { settleFinishedMailings } from '../../commands/settle-finished-mailings.server.ts'
import { writeDownAnswers } from './answers.server.ts'
import { endExpiredLeases } from './orphans.server.ts'

/** What every worker looks after: leases whose holder is gone, mailings that are done, and those that have to stop. */
export async function watchMailings(): Promise<void> {
  const ended = await endExpiredLeases()
  if (ended > 0) log.warn('leases of a worker that is gone were ended', { job: 'deliver', count: ended })
  for (const id of await pauseRefused()) log.error('a mailing was paused: refusals', { job: 'deliver', id })
  await settleFinishedMailings()
  await writeDownAnswers()
}
