import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { Outcome } from '../barometer/report.ts'
import { numberOf, type LetterBar, type ToldNumber } from '../barometer/rows.ts'
import styles from './barometer.module.css'

/** Silence first: the darkest stands at the edge. Each has a texture of its own, not only a colour. */
const drawn: readonly Outcome[] = ['silent', 'refused', 'partly', 'answered']

/** The hatching that every bar of the page uses. */
export const Hatch = () => (
  <svg className={styles.none} aria-hidden="true" focusable="false">
    <defs>
      <pattern
        id="barometer-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45) scale(0.6)"
      >
        <path className={styles.hatch} d="M0 0V6" />
      </pattern>
    </defs>
  </svg>
)

export function Legend() {
  const t = useT()
  return (
    <ul className={styles.legend} aria-hidden="true">
      {drawn.map((outcome) => (
        <li key={outcome}>
          <svg viewBox="0 0 14 10" preserveAspectRatio="none" focusable="false">
            <rect className={styles[outcome]} width="14" height="10" />
          </svg>
          {t(`barometer.outcomes.${outcome}`)}
        </li>
      ))}
    </ul>
  )
}

/** What came back after one letter, as parts of a bar. The numbers stand in the cells beside it. */
export function Shares({ parts, sum }: Pick<LetterBar, 'parts' | 'sum'>) {
  const shareOf = (upTo: number) => {
    const before = drawn.slice(0, upTo).reduce((total, outcome) => total + numberOf(parts[outcome]), 0)
    return Math.round((before / sum) * 1000) / 10
  }
  const rects = drawn
    .map((outcome, place) => ({ outcome, x: shareOf(place), end: shareOf(place + 1) }))
    .filter(({ x, end }) => end > x)
  return (
    <svg
      className={styles.shares}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="presentation"
      aria-hidden="true"
      focusable="false"
    >
      {rects.map(({ outcome, x, end }) => (
        <rect key={outcome} className={styles[outcome]} x={x} width={Math.round((end - x) * 10) / 10} height="10" />
      ))}
    </svg>
  )
}

/** `20`, or `<10`. */
export function Told({ number }: { number: ToldNumber }) {
  const locale = useLocale()
  return <>{typeof number === 'number' ? formatNumber(locale, number) : number}</>
}
