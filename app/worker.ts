import { markReachedGoals } from './features/campaigns/jobs.server.ts'
import { runDeliveries } from './features/mailings/jobs.server.ts'
import { forgetOldSessions } from './features/staff/jobs.server.ts'
import { expireUnconfirmed, forgetOldDeliveries } from './features/signatures/jobs.server.ts'
import { openTimetable, type Timetable } from './infra/queue/timetable.server.ts'

/** THE TIMETABLE: everything that happens by itself. */
export const jobs = [markReachedGoals, expireUnconfirmed, forgetOldDeliveries, forgetOldSessions]

export interface Worker {
  /** Lets what is under way end, gives back what it had claimed. */
  close: () => Promise<void>
}

/** Starts the schedules (graphile-worker) and the delivery of mail (our own leased rows). */
export async function openWorker(): Promise<Worker> {
  const stopping = new AbortController()
  const timetable: Timetable = await openTimetable(jobs)
  const deliveries = runDeliveries({ signal: stopping.signal })
  return {
    async close() {
      stopping.abort()
      await Promise.all([timetable.close(), deliveries])
    },
  }
}
