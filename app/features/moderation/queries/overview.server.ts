import type { Actor } from '#app/features/staff/policy.ts'
import { testimoniesRole } from '#app/features/testimonies/role.ts'
import { weekOf } from '#app/features/testimonies/week.ts'
import { poolAs } from '#app/infra/db/pool.server.ts'
import { ageBands, overviewWeeks, type Overview, type WeekFigures } from '../overview.ts'

const ask = async <Row extends object>(sql: string, values: unknown[]): Promise<Row[]> =>
  (await poolAs(testimoniesRole).query<Row>(sql, values)).rows

const waiting = `state in ('submitted', 'asked', 'held', 'proposed', 'unpublished')`
/** The first yes or no of the team that closed or published it. */
const decided = `('published', 'declined')`

/** Of those that wait, how many for how many weeks; the last band is open. */
async function agesOf(thisWeek: Date) {
  const rows = await ask<{ band: number; n: number }>(
    `select least(greatest(($1::date - received_week) / 7, 0), ${ageBands - 1})::int as band, count(*)::int as n
     from testimonies.testimony where ${waiting} group by 1`,
    [thisWeek],
  )
  return Array.from({ length: ageBands }, (_, band) => rows.find((row) => row.band === band)?.n ?? 0)
}

const weeks = `generate_series($1::date::timestamp - interval '${overviewWeeks - 1} weeks', $1::date::timestamp, interval '1 week')`

async function volumeOf(thisWeek: Date): Promise<WeekFigures[]> {
  return ask<WeekFigures>(
    `select to_char(w, 'YYYY-MM-DD') as week,
       (select count(*)::int from testimonies.testimony t where t.received_week = w::date) as received,
       (select count(distinct d.testimony_id)::int from testimonies.decision d
         where d.kind in ${decided} and d.at >= w at time zone 'Europe/Paris' and d.at < (w + interval '7 days') at time zone 'Europe/Paris') as decided
     from ${weeks} w order by w`,
    [thisWeek],
  )
}

const outcomes = () =>
  ask<{ state: string; n: number }>(
    'select state::text as state, count(*)::int as n from testimonies.testimony group by 1 order by 2 desc, 1',
    [],
  )

/** Days from the week of the deposit to the first decision, of those decided in these weeks; `null`: none was. */
async function delaysOf(thisWeek: Date): Promise<Pick<Overview, 'medianDays' | 'mostDays'>> {
  const [row] = await ask<{ median: number | null; most: number | null }>(
    `select percentile_cont(0.5) within group (order by first.day - t.received_week) as median,
       percentile_disc(0.9) within group (order by first.day - t.received_week) as most
     from (select testimony_id, min((at at time zone 'Europe/Paris')::date) as day from testimonies.decision
           where kind in ${decided} group by 1) first
     join testimonies.testimony t on t.id = first.testimony_id
     where first.day >= $1::date - 7 * ${overviewWeeks - 1}`,
    [thisWeek],
  )
  return { medianDays: row?.median ?? null, mostDays: row?.most ?? null }
}

/** What this person did, for themself alone. */
const ownSteps = (actorId: string, thisWeek: Date) =>
  ask<{ kind: string; n: number }>(
    `select kind, count(*)::int as n from testimonies.decision
     where staff_id = $1 and at >= ($2::date - 7 * ${overviewWeeks - 1}) group by 1 order by 2 desc, 1`,
    [actorId, thisWeek],
  )

/** How the desk stands. Figures of the whole; of a person only their own. */
export async function overviewFor(actor: Pick<Actor, 'id'>, now: Date): Promise<Overview> {
  const thisWeek = weekOf(now)
  const [ages, volume, states, delays, own] = await Promise.all([
    agesOf(thisWeek),
    volumeOf(thisWeek),
    outcomes(),
    delaysOf(thisWeek),
    ownSteps(actor.id, thisWeek),
  ])
  return { ages, volume, states, ...delays, own }
}
