import type { GroupReading } from '#app/features/scoring/rules/groups.ts'
import type { Course } from '#app/features/scoring/rules/procedure.ts'
import type { Reading } from '#app/features/scoring/rules/reading.ts'
import type { Play } from '#app/features/scoring/rules/sets.ts'
import { sayPerson, type PlaySet, type Said } from '#app/features/scoring/rules/tell.ts'

/** Every named place, every number beside a slider, every bar, and who remains by either path. */
export function paint(root: HTMLElement, said: Said, reading: Reading): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-say]')) {
    const words = said[place.dataset['say'] ?? ''] ?? ''
    if (place.textContent !== words) place.textContent = words
  }
  for (const beside of root.querySelectorAll<HTMLElement>('[data-value-of]')) {
    const slider = document.getElementById(beside.dataset['valueOf'] ?? '')
    if (slider instanceof HTMLInputElement) beside.textContent = slider.value
  }
  for (const bar of root.querySelectorAll<SVGRectElement>('[data-bar]'))
    bar.setAttribute('width', String(widthOf(bar.dataset['bar'] ?? '', reading)))
  for (const queue of root.querySelectorAll<HTMLElement>('[data-queue]'))
    paintQueue(queue, queue.dataset['queue'] === 'fair' ? reading.fair : reading.opaque)
}

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole))

/** `rule.0.first.wrong`: the share, in hundredths. */
function widthOf(name: string, { rules }: Reading): number {
  const [, at, side, what] = name.split('.')
  const rule = rules[at === '1' ? 1 : 0]
  const group: GroupReading = side === 'second' ? rule.second : rule.first
  return what === 'wrong' ? shareOf(group.wrong, group.innocent) : shareOf(group.flagged, group.size)
}

const figureOf = (number: number): HTMLElement | null =>
  document.querySelector(`[data-people] [data-figure="${number}"]`)

function copyOf(number: number, state: string): Node[] {
  const figure = figureOf(number)?.cloneNode(true)
  if (!(figure instanceof HTMLElement)) return []
  figure.dataset['state'] = state
  return [figure]
}

const paintQueue = (queue: HTMLElement, { remaining, restored, reviewed }: Course): void =>
  queue.replaceChildren(
    ...remaining.flatMap((number) => copyOf(number, 'falseAlarm')),
    ...[...restored, ...reviewed].flatMap((number) => copyOf(number, 'leftAlone')),
  )

interface Painting {
  reading: Reading
  set: PlaySet
  play: Play
}

/** The queue, in its new order. Nobody is moved while the keyboard stands among them, unless the order is another one. */
export function paintPeople(root: HTMLElement, { reading, set, play }: Painting): void {
  const queue = root.querySelector<HTMLElement>('[data-people]')
  if (!queue) return
  const placed = new Map(
    Array.from(queue.querySelectorAll<HTMLElement>('[data-person]'), (one) => [Number(one.dataset['person']), one]),
  )
  for (const person of reading.people) {
    const place = placed.get(person.number)
    const input = place?.querySelector('input')
    const figure = place?.querySelector<HTMLElement>('[data-figure]')
    const points = place?.querySelector('[data-points]')
    if (!place || !input || !figure || !points) continue
    figure.dataset['state'] = person.state
    points.textContent = String(person.score)
    input.setAttribute('aria-label', sayPerson(play, person, set.mode))
    input.checked = person.number === reading.person.number
  }
  const order = reading.people.flatMap(({ number }) => placed.get(number) ?? [])
  if (order.some((place, at) => queue.children[at] !== place)) queue.replaceChildren(...order)
  root.querySelector('[data-portrait]')?.replaceChildren(...copyOf(reading.person.number, reading.person.state))
}
