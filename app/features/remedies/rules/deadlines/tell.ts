import { plusDays } from '#app/i18n/calendar.ts'
import type { Due, Step } from './due-day.ts'
import type { TimeRule } from './time-rules.ts'
import type { DayOff } from './working-days.ts'

/** The sentences in which a count is told; their places are `{{day}}`, `{{before}}`, `{{number}}`, `{{more}}` and `{{why}}`. */
export const tellings = [
  'start',
  'days',
  'month',
  'months',
  'far',
  'short',
  'franc',
  'moved',
  'kept',
  'keptThem',
] as const
export type Telling = (typeof tellings)[number]

export interface Teller {
  say: (telling: Telling, values: Record<string, string>) => string
  /** What a day that is no working day is called: `a Sunday`. */
  off: (why: DayOff) => string
  day: (day: string) => string
}

function countTold(step: Extract<Step, { step: 'count' }>, { say, day }: Teller): string {
  const values = { number: String(step.amount), more: String(step.distance), day: day(step.day) }
  if (step.unit === 'day') return say('days', values)
  if (step.distance > 0) return say('far', { ...values, number: String(step.amount + step.distance) })
  return say(step.amount === 1 ? 'month' : 'months', values)
}

/** How a last day was counted, a sentence for each step. */
export function tellSteps({ steps }: Due, whose: TimeRule['whose'], teller: Teller): string[] {
  const { say, off, day } = teller
  return steps.map((step) => {
    if (step.step === 'start') return say('start', { day: day(step.day) })
    if (step.step === 'count') return countTold(step, teller)
    if (step.step === 'short-month') return say('short', { day: day(step.day) })
    if (step.step === 'franc') return say('franc', { day: day(step.day) })
    if (step.step === 'kept')
      return say(whose === 'you' ? 'kept' : 'keptThem', { day: day(step.day), why: off(step.because) })
    return say('moved', { before: day(plusDays(step.day, -1)), why: off(step.because), day: day(step.day) })
  })
}
