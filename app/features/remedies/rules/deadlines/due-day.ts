import { plusDays, plusMonths } from '#app/i18n/calendar.ts'
import { isRule, timeRules, type RuleId, type TimeRule } from './time-rules.ts'
import { dayOff, type DayOff } from './working-days.ts'

/** Where the person lives, seen from the court: CJA R.421-7 adds nothing for whoever lives in the territory of the court. */
export const zones = ['mainland', 'overseas', 'abroad'] as const
export type Zone = (typeof zones)[number]

const monthsOfDistance: Readonly<Record<Zone, number>> = { mainland: 0, overseas: 1, abroad: 2 }

/** How a day was found, in the order of counting; `day` is where one stands after the step. */
export type Step =
  | { step: 'start'; day: string }
  | { step: 'count'; amount: number; unit: TimeRule['unit']; distance: number; day: string }
  | { step: 'short-month'; day: string }
  | { step: 'franc'; day: string }
  | { step: 'moved'; because: DayOff; day: string }
  | { step: 'kept'; because: DayOff; day: string }

export interface Due {
  /** The last day, `YYYY-MM-DD`. Of an administration: silence counts from the day after. */
  day: string
  steps: readonly Step[]
}

const firstYear = 1900
const lastYear = 2199

/** A day of the calendar, `YYYY-MM-DD`, of years the holidays are right for. */
export function isDay(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!parts) return false
  const year = Number(parts[1])
  if (year < firstYear || year > lastYear) return false
  const month = Number(parts[2])
  if (month < 1 || month > 12) return false
  const lastOfMonth = plusDays(plusMonths(`${value.slice(0, 7)}-01`, 1), -1)
  return !value.endsWith('-00') && value <= lastOfMonth
}

/** From one day of the month to the same one, the last where the month is shorter (CPC 641); days: the first does not count. */
function counted(rule: TimeRule, from: string, distance: number): Step[] {
  const months = rule.unit === 'month' ? rule.amount + distance : distance
  const day = rule.unit === 'month' ? plusMonths(from, months) : plusMonths(plusDays(from, rule.amount), months)
  const step: Step = { step: 'count', amount: rule.amount, unit: rule.unit, distance, day }
  const isShort = rule.unit === 'month' && day.slice(8) !== from.slice(8)
  return isShort ? [step, { step: 'short-month', day }] : [step]
}

/** From the last day on to the first that is no Saturday, Sunday or holiday (CPC 642); a rule that is not put off says what it met. */
function putOff(rule: TimeRule, day: string): Step[] {
  const because = dayOff(day)
  if (!because) return []
  if (!rule.moved) return [{ step: 'kept', because, day }]
  const next = plusDays(day, 1)
  return [{ step: 'moved', because, day: next }, ...putOff(rule, next)]
}

/**
 * The last indicative day of a rule of time that begins on `from`, and how it was counted. Where it is not certain that a day is
 * added, the earlier one. `null`: the rule has no end (D-DDD), or there is no such day or rule.
 */
export function dueDay({ rule, from, zone = 'mainland' }: { rule: string; from: string; zone?: Zone }): Due | null {
  const found = isRule(rule) ? timeRules[rule] : null
  if (!found || !isDay(from)) return null
  const steps: Step[] = [
    { step: 'start', day: from },
    ...counted(found, from, found.distant ? monthsOfDistance[zone] : 0),
  ]
  const reached = () => steps.at(-1)?.day ?? from
  if (found.franc) steps.push({ step: 'franc', day: plusDays(reached(), 1) })
  steps.push(...putOff(found, reached()))
  return { day: reached(), steps }
}

/** What follows a rule: the next one, and its own last day where that is known already. */
export function whatFollows(rule: RuleId, due: string | null, zone: Zone = 'mainland') {
  return (timeRules[rule]?.next ?? []).map((next) => ({
    rule: next.rule,
    from: next.from === 'end' ? due : null,
    due: next.from === 'end' && due !== null ? (dueDay({ rule: next.rule, from: due, zone })?.day ?? null) : null,
  }))
}

/** The day to which a reply to a rights request may be put off, when that was said within the first month (GDPR 12(3)): two months more. */
export function extendedReply(from: string): string | null {
  const rule = timeRules['D-GDPR']
  if (!rule || !isDay(from)) return null
  const day = plusMonths(from, rule.amount + 2)
  return putOff(rule, day).at(-1)?.day ?? day
}
