import type { Answers } from '#app/features/scoring/rules/labels.ts'
import type { Reading, Settings } from '#app/features/scoring/rules/reading.ts'
import type { PlaySet } from '#app/features/scoring/rules/tell.ts'

type Typed = HTMLInputElement | HTMLSelectElement

export const isTyped = (target: EventTarget | null): target is Typed =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement

const fields = (root: HTMLElement, at: string): Typed[] =>
  Array.from(root.querySelectorAll<Typed>(`[data-at="${at}"]`)).filter((field) => !field.closest('[data-of][hidden]'))

const numbers = (root: HTMLElement, at: string): number[] => fields(root, at).map(({ value }) => Number(value))

const number = (root: HTMLElement, at: string): number => numbers(root, at)[0] ?? 0

const chosen = (root: HTMLElement, at: string): number =>
  Number(root.querySelector<HTMLInputElement>(`[data-at="${at}"]:checked`)?.value ?? 0)

/** A threshold beyond all points there are would be no threshold: the slider ends there. */
function readThreshold(root: HTMLElement, weights: readonly number[]): number {
  const [slider] = fields(root, 'threshold')
  const most = weights.reduce((sum, weight) => sum + weight, 0)
  if (slider instanceof HTMLInputElement) slider.max = String(Math.max(1, most))
  return number(root, 'threshold')
}

/** What the visible controls say. */
export function readSettings(root: HTMLElement, set: PlaySet): Omit<Settings, 'seed' | 'tried'> {
  const weights = numbers(root, 'weight')
  const [one = 0, other = 0] = numbers(root, 'rule')
  const success = number(root, 'success')
  const path = (name: string) => ({
    review: number(root, `${name}.review`),
    contest: number(root, `${name}.contest`),
    success,
  })
  return {
    baseRate: number(root, 'base'),
    insight: chosen(root, 'insight'),
    weights: set.criteria.map((_, place) => weights[place] ?? 0),
    threshold: readThreshold(root, weights),
    person: number(root, 'person'),
    rules: [one, other],
    opaque: path('opaque'),
    fair: path('fair'),
  }
}

export const readAnswers = (root: HTMLElement, first: Answers): Answers =>
  fields(root, 'spirits').length === 0
    ? first
    : {
        spirits: chosen(root, 'spirits'),
        applications: number(root, 'applications'),
        contacts: number(root, 'contacts'),
        trades: number(root, 'trades'),
      }

function set(root: HTMLElement, at: string, values: readonly number[]): void {
  for (const [place, field] of fields(root, at).entries()) field.value = String(values[place] ?? values[0] ?? 0)
}

function choose(root: HTMLElement, at: string, value: number): void {
  for (const field of root.querySelectorAll<HTMLInputElement>(`[data-at="${at}"]`))
    field.checked = field.value === String(value)
}

/** Puts every control where the page began for this score. */
export function partOf(root: HTMLElement, first: Settings, { criteria }: PlaySet): void {
  set(root, 'weight', first.weights)
  const [threshold] = fields(root, 'threshold')
  if (threshold instanceof HTMLInputElement) threshold.max = String(criteria.length)
  set(root, 'threshold', [first.threshold])
  set(root, 'base', [first.baseRate])
  choose(root, 'insight', first.insight)
  set(root, 'person', [first.person])
  set(root, 'rule', first.rules)
  for (const name of ['opaque', 'fair'] as const) {
    set(root, `${name}.review`, [first[name].review])
    set(root, `${name}.contest`, [first[name].contest])
  }
  set(root, 'success', [first.fair.success])
}

/** The facts of the person who is looked at, ticked as they were drawn. */
export function write(root: HTMLElement, _set: PlaySet, { person }: Reading): void {
  for (const [place, field] of fields(root, 'fact').entries())
    if (field instanceof HTMLInputElement) field.checked = person.facts[place] ?? false
}
