import { useT } from '#app/i18n/use-t.tsx'

/** `href` is the address of the first page, with what else it asks; the others are asked for by number. */
type PaginationProps = { page: number; pages: number; href: string }

/** Nothing when everything fits on one page. */
export function Pagination({ page, pages, href }: PaginationProps) {
  const t = useT()
  if (pages <= 1) return null
  const hrefOf = (other: number) => (other === 1 ? href : `${href}${href.includes('?') ? '&' : '?'}page=${other}`)
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
