import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Finding } from '../rules/checks/finding.ts'
import styles from './editor.module.css'

/** One finding in words. */
export interface ToldFinding {
  severity: Finding['severity']
  /** The id of its field, what that is called, and the line in it. */
  field: string
  place: string
  line: number | null
  what: string
  /** As it stands in the text; empty when it stands nowhere. */
  written: string
  mend: string
  more?: ReactNode
}

/** Goes to a line of a text area. @returns false where there is none: the link leads to the field then, as without a script */
function goTo(id: string, line: number | null): boolean {
  const field = document.getElementById(id)
  if (!(field instanceof HTMLTextAreaElement) || line === null) return false
  const lines = field.value.split('\n')
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  field.focus()
  field.setSelectionRange(from, from + (lines[line - 1] ?? '').length)
  return true
}

function Place({ found: { field, place, line } }: { found: ToldFinding }) {
  const t = useT()
  return (
    <a href={`#${field}`} onClick={(event) => goTo(field, line) && event.preventDefault()}>
      {line === null ? place : t('mailings.checks.line', { place, line })}
    </a>
  )
}

function Found({ found }: { found: ToldFinding }) {
  const t = useT()
  const { severity, what, written, mend, more } = found
  return (
    <li>
      <span className={styles.where}>
        <StatusTag tone={severity === 'stop' ? 'late' : 'waiting'}>
          {t(`mailings.checks.severities.${severity}`)}
        </StatusTag>
        <Place found={found} />
      </span>
      <span className={styles.what}>{what}</span>
      {written !== '' && <span className={styles.written}>{written}</span>}
      <span>{mend}</span>
      {more}
    </li>
  )
}

/** What should not go out as it is: where it stands and how to mend it. */
export function CheckList({ findings }: { findings: readonly ToldFinding[] }) {
  const t = useT()
  const stops = findings.filter(({ severity }) => severity === 'stop').length
  const intro =
    findings.length === 0
      ? t('mailings.checks.none')
      : stops > 0
        ? t('mailings.checks.stops', { count: stops })
        : t('mailings.checks.warnings')
  return (
    <Section id="checks" title={t('mailings.checks.title')} intro={<span aria-live="polite">{intro}</span>}>
      {findings.length > 0 && (
        <ul className={styles.findings}>
          {findings.map((found, index) => (
            <Found key={index} found={found} />
          ))}
        </ul>
      )}
    </Section>
  )
}
