import { locales, type Locale } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Finding } from '../rules/checks/finding.ts'
import styles from './editor.module.css'

const fieldId = ({ field, locale }: Finding): string => `${field}${locale === 'fr' ? 'Fr' : 'En'}`

/** Goes to the line; without a script the link leads to the field. */
function goTo(found: Finding): void {
  const field = document.getElementById(fieldId(found))
  if (!(field instanceof HTMLTextAreaElement) || found.line === null) return
  const lines = field.value.split('\n')
  const from = lines.slice(0, found.line - 1).join('\n').length + (found.line > 1 ? 1 : 0)
  field.focus()
  field.setSelectionRange(from, from + (lines[found.line - 1] ?? '').length)
}

function Place({ found }: { found: Finding }) {
  const t = useT()
  const { field, locale, line } = found
  const words = t(`mailings.checks.places.${field}`, { language: t(`mailings.checks.languages.${locale}`) })
  return (
    <a
      href={`#${fieldId(found)}`}
      onClick={(event) => {
        if (found.line === null) return
        event.preventDefault()
        goTo(found)
      }}
    >
      {line === null ? words : t('mailings.checks.line', { place: words, line })}
    </a>
  )
}

/** Both lists of what only one of the languages has. */
function OnlyIn({ only }: { only: Record<Locale, string[]> }) {
  const t = useT()
  return (
    <dl className={styles.only}>
      {locales.map((locale) => (
        <div key={locale}>
          <dt>{t(`mailings.draft.onlyIn.${locale}`)}</dt>
          {only[locale].map((link, index) => (
            <dd key={index}>{link}</dd>
          ))}
          {only[locale].length === 0 && <dd>{t('mailings.draft.onlyIn.none')}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** What should not go out as it is: where it stands and how to mend it. */
export function MailingChecks({ findings }: { findings: readonly Finding[] }) {
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
            <li key={index}>
              <span className={styles.where}>
                <StatusTag tone={found.severity === 'stop' ? 'late' : 'waiting'}>
                  {t(`mailings.checks.severities.${found.severity}`)}
                </StatusTag>
                <Place found={found} />
              </span>
              <span className={styles.what}>{t(`mailings.checks.codes.${found.code}`)}</span>
              {found.written !== '' && <span className={styles.written}>{found.written}</span>}
              <span>{t(`mailings.checks.mend.${found.code}`)}</span>
              {found.only && <OnlyIn only={found.only} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
