import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'

type TallyProps = { value: number; goal: number }

const perGroup = 5
const mostMarks = 50
const groupWidth = 40
export const tallyHeight = 34

/** How many signatures one stroke stands for, how many strokes there are, how many are drawn. */
export function tallyMarks(value: number, goal: number) {
  const worth = Math.max(1, Math.ceil(goal / mostMarks))
  const marks = Math.max(1, Math.ceil(goal / worth))
  return { worth, marks, drawn: Math.min(marks, Math.max(0, Math.floor(value / worth))) }
}

/** After so many strokes the hand repeats itself: nobody sees it, and the page is lighter for it. */
const variety = 10

/** A hand is never quite straight; the same mark always leans the same way, a little about where it should be. */
const about = (value: number, by: number, [mark, salt]: [number, number]) =>
  Math.round((value + ((((mark % variety) * 37 + salt * 53) % 19) / 19 - 0.5) * by) * 10) / 10

/** The curve is written from where it begins, so that strokes that lean alike are written alike. */
function stroke(mark: number) {
  const left = Math.floor(mark / perGroup) * groupWidth
  const place = mark % perGroup
  if (place === perGroup - 1)
    return `M${left + 1.5} ${about(25, 4, [mark, 1])}q15.5 ${about(-9, 3, [mark, 2])} 33 ${about(-17, 4, [mark, 3])}`
  const x = Math.round((left + 6 + place * 7.4) * 10) / 10
  return `M${x} ${about(5, 3, [mark, 2])}q${about(0, 2.4, [mark, 3])} 11 ${about(0, 2, [mark, 4])} ${about(24, 3, [mark, 5])}`
}

export const strokes = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, place) => stroke(from + place)).join('')

/** Width of so many strokes, in their own units. */
export const tallyWidth = (marks: number): number => Math.ceil(marks / perGroup) * groupWidth - 4

/** The way to the goal, counted by hand in fives. */
export function Tally({ value, goal }: TallyProps) {
  const t = useT()
  const locale = useLocale()
  const { worth, marks, drawn } = tallyMarks(value, goal)
  const width = tallyWidth(marks)
  const label = t('ui.tally.meter', { value: formatNumber(locale, value), goal: formatNumber(locale, goal) })
  return (
    <div className="tally">
      <svg viewBox={`0 0 ${width} ${tallyHeight}`} role="img" aria-label={label}>
        <path className="tally-to-come" d={strokes(drawn, marks)} />
        <path className="tally-drawn" d={strokes(0, drawn)} />
      </svg>
      <p className="tally-scale">{t('ui.tally.scale', { count: worth, number: formatNumber(locale, worth) })}</p>
    </div>
  )
}
