import type { Terms } from '#app/features/testimonies/rules/retention.ts'
import { useT } from '#app/i18n/use-t.tsx'

/** How long testimonies and what is written about them are kept, for everyone to read. */
export function TermsInWords({ terms }: { terms: Terms }) {
  const t = useT()
  return (
    <section aria-labelledby="privacy-terms">
      <h2 id="privacy-terms">{t('privacy.notice.title')}</h2>
      <p>{t('privacy.notice.lead')}</p>
      <ul>
        <li>{t('privacy.notice.original', { count: terms.original })}</li>
        <li>{t('privacy.notice.draft', { count: terms.draft })}</li>
        <li>{t('privacy.notice.published', { count: terms.review })}</li>
        <li>{t('privacy.notice.case', { count: terms.case })}</li>
        <li>{t('privacy.notice.question', { count: terms.case })}</li>
      </ul>
      <p>{t('privacy.notice.waiting')}</p>
    </section>
  )
}
