import { useEffect, useRef, useState } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { useAwake } from '#app/ui/use-awake.ts'
import type { JoinedPage } from '../workbench.ts'
import styles from './workbench.module.css'

interface JoinedPagesProps {
  testimonyId: string
  pages: readonly JoinedPage[]
}

/** What the witness joined: nothing is fetched before somebody asks for that very page. */
export function JoinedPages({ testimonyId, pages }: JoinedPagesProps) {
  const t = useT()
  const locale = useLocale()
  if (pages.length === 0) return null
  return (
    <details data-pages="">
      <summary>
        {t('moderation.desk.pages.title', { count: pages.length, number: formatNumber(locale, pages.length) })}
      </summary>
      <p className="hint">{t('moderation.desk.pages.hint')}</p>
      <ul className={styles.pages}>
        {pages.map((page) => (
          <li key={page.id}>
            <Page page={page} address={`/admin/testimonies/${testimonyId}/pages/${page.id}`} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/**
 * The picture is put in when its fold is opened. It does not wait there as `loading="lazy"`: without a script browsers fetch
 * such pictures at once, so that there it is a link.
 */
function Page({ page: { file, page, width, height }, address }: { page: JoinedPage; address: string }) {
  const t = useT()
  const awake = useAwake()
  const [asked, setAsked] = useState(false)
  const fold = useRef<HTMLDetailsElement>(null)
  // Whoever opened it before the page woke up has asked.
  useEffect(() => setAsked((before) => before || fold.current?.open === true), [])
  return (
    <details
      ref={fold}
      data-page=""
      onToggle={({ currentTarget }) => setAsked((before) => before || currentTarget.open)}
    >
      <summary aria-keyshortcuts="v">{t('moderation.desk.pages.show', { page, file })}</summary>
      {awake ? (
        asked && (
          <img
            src={address}
            alt={t('moderation.desk.pages.alt', { page, file })}
            width={width}
            height={height}
            decoding="async"
          />
        )
      ) : (
        <a href={address}>{t('moderation.desk.pages.open', { page, file })}</a>
      )}
    </details>
  )
}
