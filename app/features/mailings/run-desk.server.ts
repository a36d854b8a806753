import { progress, type Mailing } from './queries.server.ts'
import { findRun } from './queries/run.server.ts'
import { progressToShow, type ShownProgress } from './rules/told-progress.ts'
import type { Run } from './schema.ts'

/** How a mailing that has begun goes, as its page may say it: of fewer than ten no number leaves the server. */
export async function runToShow({
  id,
  audience,
}: Pick<Mailing, 'id' | 'audience'>): Promise<{ progress: ShownProgress; run: Run }> {
  const [counted, run] = await Promise.all([progress(id), findRun(id)])
  const shown = progressToShow(audience, counted)
  return { progress: shown, run: shown.few ? { ...run, perMinute: 0, doubtful: [], left: 0 } : run }
}
