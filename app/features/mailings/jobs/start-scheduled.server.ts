import { pool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { unscheduleMailing } from '../commands/schedule-mailing.server.ts'
import { startMailing, type StartOutcome } from '../commands/start-mailing.server.ts'

/** One that breaks, as an audience that cannot be read does, keeps none of the others from beginning: its page says that it has faults. */
async function startAtItsHour(id: string, now: Date): Promise<StartOutcome['outcome']> {
  try {
    return (await startMailing({ actor: null, id, now })).outcome
  } catch (error) {
    log.error('a mailing broke at its hour', { job: 'start-scheduled', id, error })
    return 'faults'
  }
}

/**
 * Begins every mailing whose hour has come. One that should have begun more than an hour ago waits for a person: the news may be
 * old. One that may not begin (a quote was taken back, the audience grew) is a draft again, and its page says why.
 */
async function startDue(now: Date): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    `select id from mailing
     where state = 'scheduled' and scheduled_for <= $1 and scheduled_for > $1::timestamptz - interval '1 hour' order by scheduled_for`,
    [now],
  )
  for (const { id } of rows) {
    const outcome = await startAtItsHour(id, now)
    if (outcome === 'started' || outcome === 'no-longer-a-draft') continue
    await unscheduleMailing({ actor: null, id, because: outcome === 'faults' ? 'faults' : 'approval', now })
    log.error('a mailing could not begin at its hour', { job: 'start-scheduled', id })
  }
}

export const startScheduled = defineJob({ name: 'mailings.start-scheduled', at: '* * * * *', run: startDue })
