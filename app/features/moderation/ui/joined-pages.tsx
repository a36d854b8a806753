import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
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
        {pages.map(({ id, file, page, width, height }) => (
          <li key={id}>
            <details data-page="">
              <summary aria-keyshortcuts="v">{t('moderation.desk.pages.show', { page, file })}</summary>
              {/* Lazy: inside a closed fold the browser does not ask for it. */}
              <img
                src={`/admin/testimonies/${testimonyId}/pages/${id}`}
                alt={t('moderation.desk.pages.alt', { page, file })}
                width={width}
                height={height}
                loading="lazy"
                decoding="async"
              />
            </details>
          </li>
        ))}
      </ul>
    </details>
  )
}
