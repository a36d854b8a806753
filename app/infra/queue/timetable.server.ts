import { Logger, run, runMigrations } from 'graphile-worker'
import { pool } from '../db/pool.server.ts'
import { log } from '../log/log.server.ts'

/** A job is a name, a time and a handler that may run twice. It asks again whether it is still wanted; it is told the time. */
export interface Job {
  name: string
  /** Crontab line (UTC) as graphile-worker reads it: `* * * * *`. */
  at: string
  run(now: Date): Promise<void>
}

export const defineJob = (job: Job): Job => job

export interface Timetable {
  close(): Promise<void>
}

/** graphile-worker says much; only what went wrong is for us, and never the payload. */
const quiet = new Logger(() => (level) => {
  if (level === 'error') log.error('a scheduled job failed')
})

/**
 * A worker that was killed leaves its jobs locked for four hours. Whoever starts and finds locks older than a minute frees
 * them: our jobs take seconds and may run twice.
 */
async function freeDeadLocks(): Promise<void> {
  await pool().query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker._private_jobs where locked_at < now() - interval '1 minute'
     ))`,
  )
}

/** Runs the jobs at their times; one worker in the house runs each, however many there are. */
export async function openTimetable(jobs: readonly Job[]): Promise<Timetable> {
  await runMigrations({ pgPool: pool(), logger: quiet })
  await freeDeadLocks()
  const runner = await run({
    pgPool: pool(),
    concurrency: 2,
    noHandleSignals: true,
    logger: quiet,
    crontab: jobs.map(({ name, at }) => `${at} ${name.replaceAll('.', '_')} ?max=3`).join('\n'),
    taskList: Object.fromEntries(
      jobs.map((job) => [
        job.name.replaceAll('.', '_'),
        async () => {
          const startedAt = Date.now()
          await job.run(new Date())
          log.debug('job done', { job: job.name, milliseconds: Date.now() - startedAt })
        },
      ]),
    ),
  })
  return { close: () => runner.stop() }
}
