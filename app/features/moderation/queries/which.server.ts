import { waitingStates } from '#app/features/testimonies/rules.ts'
import type { TestimonyState } from '#app/features/testimonies/schema.ts'
import { isWaiting, type Choice, type Cursor, type Filter, type Flag } from '../filter.ts'
import { deskViews } from '../schema.ts'

const statesOf: Partial<Record<string, readonly TestimonyState[]>> = {
  published: ['published'],
  closed: ['declined', 'withdrawn'],
}

/** Columns and words of SQL come from here alone; what somebody chose is always a value. */
const byChoice: Record<Choice, (place: string) => string> = {
  state: (place) => `t.state = ${place}::testimonies.testimony_state`,
  system: (place) => `t.system = ${place}`,
  department: (place) => `t.department = ${place}`,
  consequence: (place) => `t.consequences @> array[${place}]`,
  use: (place) => `t.uses @> array[${place}]`,
  language: (place) => `t.locale = ${place}`,
}

/** $1: who looks. $2: now. */
const byFlag: Record<Flag, string> = {
  mine: 't.claimed_by_id = $1 and t.claimed_until > $2',
  second: `t.state = 'proposed' and t.seconded_version is distinct from t.draft_version`,
  witness: `t.state = 'proposed' and t.approved_version is distinct from t.draft_version`,
  answered: 't.unread_by_team',
  urgent: 't.urgent',
}

/**
 * In whose hands it is, seen by whoever looks: each that waits has exactly one answer. In somebody else's hands it is theirs,
 * in one's own it is one's own whatever else is true; what the witness wrote is to be read; then who must go first.
 */
export const viewOf = `case
  when t.claimed_until > $2 and t.claimed_by_id <> $1 then 'others'
  when t.claimed_until > $2 and t.claimed_by_id = $1 or t.unread_by_team then 'now'
  when t.state = 'asked' then 'witness'
  when t.state = 'held' and coalesce(t.held_until > ($2::timestamptz at time zone 'Europe/Paris')::date, true) then 'held'
  when t.state = 'proposed' and t.seconded_version = t.draft_version then 'witness'
  when t.state = 'proposed' and t.proposed_by_id = $1 then 'own'
  else 'now' end`

export interface Which {
  filter: Filter
  actorId: string
  now: Date
}

export interface Condition {
  where: string
  values: unknown[]
  order: string
}

const namesOf = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ')

/** What a witness wrote is read, wherever their testimony stands. */
export const waits = `t.state in (${namesOf(waitingStates)}) or t.unread_by_team`

/**
 * What a filter shows. Those that wait in the order of their need: urgent first, then the oldest. The states are written out,
 * so that the index of the queue is found; both conditions on $1 and $2 are always there, so that their types are known.
 */
export function whichOf({ filter, actorId, now }: Which, after: Cursor | null = null): Condition {
  const values: unknown[] = [actorId, now]
  const placeOf = (value: unknown) => `$${values.push(value)}`
  const waiting = isWaiting(filter.list)
  const parts = [
    `$1::uuid is not null and $2::timestamptz is not null`,
    waiting ? waits : `t.state in (${namesOf(statesOf[filter.list] ?? [])})`,
  ]
  const view = deskViews.find((name) => name === filter.list)
  if (view !== undefined) parts.push(`${viewOf} = ${placeOf(view)}::text`)
  for (const [name, clause] of Object.entries(byChoice)) {
    const code = Object.entries(filter.chosen).find(([chosen]) => chosen === name)?.[1]
    if (code !== undefined) parts.push(clause(placeOf(code)))
  }
  for (const flag of filter.flags) parts.push(byFlag[flag])
  if (after) {
    const place = `${placeOf(!after.urgent)}::boolean, ${placeOf(after.week)}::date, ${placeOf(after.id)}::uuid`
    parts.push(
      waiting
        ? `(not t.urgent, t.received_week, t.id) > (${place})`
        : `(t.received_week, t.id) < (${placeOf(after.week)}::date, ${placeOf(after.id)}::uuid) and (${place}) is not null`,
    )
  }
  return {
    where: parts.map((part) => `(${part})`).join(' and '),
    values,
    order: waiting ? '(not t.urgent), t.received_week, t.id' : 't.received_week desc, t.id desc',
  }
}
