import { z } from 'zod'
import { apart } from './apart.server.ts'
import { hidden, type Counted, type Release, type Shown } from '../release.ts'
import { attempts, consequences, systems, type StatisticsTable } from '../schema.ts'

const shownNumber = z.union([z.number(), z.literal(hidden)])
const shownShape = z.object({
  total: shownNumber.nullable(),
  tables: z.record(z.string(), z.record(z.string(), shownNumber)),
})
const countedShape = z.object({
  total: z.number(),
  tables: z.record(
    z.string(),
    z.object({ partition: z.boolean(), open: z.boolean(), cells: z.record(z.string(), z.number()) }),
  ),
})
const bodyShape = z.object({ asOf: z.iso.date(), shown: shownShape })
const basesShape = z.record(z.string(), z.number())

export interface PublicStatistics {
  /** The Monday of the week in which these numbers were made; `YYYY-MM-DD`. */
  asOf: string
  shown: Shown
}

export interface KeptRelease extends Release {
  asOf: string
  week: Date
}

/** What was shown last, with the true numbers behind it. For the next release only. */
export async function latestRelease(campaignId: number): Promise<KeptRelease | null> {
  const row = await apart().statisticsRelease.findFirst({ where: { campaignId }, orderBy: { week: 'desc' } })
  if (!row) return null
  const { asOf, shown } = bodyShape.parse(row.body)
  return { week: row.week, asOf, shown, counted: countedShape.parse(row.counted), bases: basesShape.parse(row.bases) }
}

/** What anyone may know; `null` before the first release. */
export async function publicStatistics(campaignId: number): Promise<PublicStatistics | null> {
  const row = await apart().statisticsRelease.findFirst({
    where: { campaignId },
    orderBy: { week: 'desc' },
    select: { body: true },
  })
  return row && bodyShape.parse(row.body)
}

/** Left out: what nobody of the team has read (or anyone could fill a cell), what was declined as told twice or as no testimony. */
const counting = `
  select system, consequences, attempts, department, left(period, 4) as year from testimonies.testimony t
  where campaign_id = $1 and received_week < $2::date and 'statistics' = any(uses) and state <> 'withdrawn'
    and (state <> 'submitted' or exists (select from testimonies.decision r where r.testimony_id = t.id and r.staff_id is not null))
    and not (state = 'declined' and exists (
      select from testimonies.decision d where d.testimony_id = t.id and d.kind = 'declined' and d.reason in ('notATestimony', 'duplicate')))`

/** The question was left unanswered. */
const unsaid = 'unsaid'

/** The true numbers, of testimonies that arrived before a week. */
export async function countTestimonies(campaignId: number, before: Date): Promise<Counted> {
  const rows = await apart().$queryRawUnsafe<{ name: string; key: string; n: number }[]>(
    `with counted as (${counting})
     select 'total' as name, '' as key, count(*)::int as n from counted
     union all select 'system', system, count(*)::int from counted group by 2
     union all select 'consequence', one, count(*)::int from counted, unnest(consequences) one group by 2
     union all select 'attempt', one, count(*)::int from counted, unnest(attempts) one group by 2
     union all select 'year', coalesce(year, '${unsaid}'), count(*)::int from counted group by 2
     union all select 'department', coalesce(department, '${unsaid}'), count(*)::int from counted group by 2`,
    campaignId,
    before,
  )
  const cellsOf = (table: StatisticsTable, always: readonly string[] = []) =>
    Object.fromEntries([
      ...always.map((key) => [key, 0]),
      ...rows.filter(({ name }) => name === table).map(({ key, n }) => [key, n]),
    ])
  return {
    total: rows.find(({ name }) => name === 'total')?.n ?? 0,
    tables: {
      system: { partition: true, open: false, cells: cellsOf('system', systems) },
      consequence: { partition: false, open: false, cells: cellsOf('consequence', consequences) },
      attempt: { partition: false, open: false, cells: cellsOf('attempt', attempts) },
      year: { partition: true, open: true, cells: cellsOf('year') },
      department: { partition: true, open: true, cells: cellsOf('department') },
    },
  }
}
