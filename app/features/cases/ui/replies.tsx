import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import type { PublishedReply } from '../queries/replies.server.ts'
import styles from './cases.module.css'

/** What those who are named or pointed to have answered, beside the testimony and as large as it is. */
export function Replies({ replies }: { replies: readonly PublishedReply[] }) {
  const t = useT()
  const locale = useLocale()
  return replies.map(({ id, text, lang, by, publishedOn }) => (
    <section key={id} className={styles.reply} aria-labelledby={`reply-${id}`}>
      <h2 id={`reply-${id}`}>{t('cases.replies.title')}</h2>
      <p className={styles.said} lang={lang}>
        {text}
      </p>
      <SmallPrint>{t('cases.replies.by', { by, day: formatDay(locale, publishedOn) })}</SmallPrint>
    </section>
  ))
}

/** The same for a sentence that stands alone: it has no page at whose foot they could be. */
export function QuoteCases({ campaignSlug, testimonyId }: { campaignSlug: string; testimonyId: string }) {
  const t = useT()
  const here = `/${useLocale()}/${campaignSlug}/testimonies/${testimonyId}`
  return (
    <>
      <li>
        <a href={`${here}/report`}>{t('cases.links.reportQuote')}</a>
      </li>
      <li>
        <a href={`${here}/reply`}>{t('cases.links.reply')}</a>
      </li>
    </>
  )
}

/** The ways to say that something is wrong, at the foot of a testimony. */
export function CaseLinks({ campaignSlug, testimonyId }: { campaignSlug: string; testimonyId: string }) {
  const t = useT()
  const locale = useLocale()
  const here = `/${locale}/${campaignSlug}`
  return (
    <nav className={styles.links} aria-labelledby="case-links">
      <h2 id="case-links">{t('cases.links.title')}</h2>
      <ul>
        <li>
          <a href={`${here}/testimonies/${testimonyId}/report`}>{t('cases.links.report')}</a>
        </li>
        <li>
          <a href={`${here}/testimonies/${testimonyId}/reply`}>{t('cases.links.reply')}</a>
        </li>
        <li>
          <a href={`${here}/case`}>{t('cases.links.follow')}</a>
        </li>
      </ul>
    </nav>
  )
}
