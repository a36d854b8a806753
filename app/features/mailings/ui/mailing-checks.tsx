import { locales, type Locale } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { Finding } from '../rules/checks/finding.ts'
import { CheckList } from './check-list.tsx'
import styles from './editor.module.css'

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

/** The findings in both texts of a mailing. */
export function MailingChecks({ findings }: { findings: readonly Finding[] }) {
  const t = useT()
  const told = findings.map(({ severity, code, field, locale, line, written, only }) => ({
    severity,
    field: `${field}${locale === 'fr' ? 'Fr' : 'En'}`,
    place: t(`mailings.checks.places.${field}`, { language: t(`mailings.checks.languages.${locale}`) }),
    line,
    what: t(`mailings.checks.codes.${code}`),
    written,
    mend: t(`mailings.checks.mend.${code}`),
    more: only && <OnlyIn only={only} />,
  }))
  return <CheckList findings={told} />
}
