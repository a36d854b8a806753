import { barsOf } from '../../redaction/bars.ts'
import type { FindingType, Severity } from '#app/features/testimonies/guard/finding.ts'
import { useT } from '#app/i18n/use-t.tsx'
import styles from './redaction.module.css'

interface Mark {
  type: FindingType
  severity: Severity
  start: number
  end: number
}

interface MarkedTextProps {
  text: string
  marks: readonly Mark[]
  /** Says after each mark what it is. Without it marks are for the eye alone. */
  named?: boolean
  /** Where the current one begins. */
  currentStart?: number
  /** Bars are drawn too. */
  bars?: boolean
}

const runsOf = (text: string, marks: readonly Mark[]) => {
  const runs: { text: string; at: number; mark?: Mark }[] = []
  let from = 0
  for (const mark of marks) {
    if (mark.start > from) runs.push({ text: text.slice(from, mark.start), at: from })
    runs.push({ text: text.slice(mark.start, mark.end), at: mark.start, mark })
    from = mark.end
  }
  if (from < text.length) runs.push({ text: text.slice(from), at: from })
  return runs
}

function Plain({ text, bars }: { text: string; bars: boolean }) {
  if (!bars || !text.includes('[[')) return text
  const pieces: { text: string; bar: boolean }[] = []
  let from = 0
  for (const { start, end } of barsOf(text)) {
    pieces.push({ text: text.slice(from, start), bar: false }, { text: text.slice(start, end), bar: true })
    from = end
  }
  pieces.push({ text: text.slice(from), bar: false })
  return pieces.map((piece, place) =>
    piece.bar ? (
      <span className={styles.bar} key={place}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  )
}

/** A text with what the guard found in it: a line under what must not stay, a tint under what deserves a look. */
export function MarkedText({ text, marks, named = false, currentStart, bars = false }: MarkedTextProps) {
  const t = useT()
  return runsOf(text, marks).map(({ text: words, at, mark }) =>
    mark ? (
      <mark
        key={at}
        className={mark.severity === 'stop' ? styles.stop : styles.warn}
        data-start={at}
        data-current={at === currentStart ? '' : undefined}
      >
        {words}
        {named && (
          <span className="visually-hidden">
            {' ['}
            {t('moderation.redaction.original.spoken', { kind: t(`moderation.redaction.kinds.${mark.type}`) })}
            {']'}
          </span>
        )}
      </mark>
    ) : (
      <Plain key={at} text={words} bars={bars} />
    ),
  )
}
