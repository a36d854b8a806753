import { useT } from '#app/i18n/use-t.tsx'

type PaginationProps = { page: number; pages: number; hrefOf: (page: number) => string }

/** Nothing when everything fits on one page. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const t = useT()
  if (pages <= 1) return null
  return (
    <nav className="pagination" aria-label={t('ui.pagination.label')}>
      {page > 1 && (
        <a rel="prev" href={hrefOf(page - 1)}>
          {t('ui.pagination.previous')}
        </a>
      )}
      <span>{t('ui.pagination.position', { page, pages })}</span>
      {page < pages && (
        <a rel="next" href={hrefOf(page + 1)}>
          {t('ui.pagination.next')}
        </a>
      )}
    </nav>
  )
}
