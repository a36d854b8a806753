import { useT } from '#app/i18n/use-t.tsx'

const tabs = [
  { href: '/admin/signatures', label: 'integrity.tabs.signatures' },
  { href: '/admin/signatures/review', label: 'integrity.tabs.review' },
  { href: '/admin/signatures/domains', label: 'integrity.tabs.domains' },
  { href: '/admin/signatures/invalidations', label: 'integrity.tabs.rules' },
] as const

/** The pages behind the door of signatures. For who may look after the count; others have the first page only. */
export function SignatureTabs({ current }: { current: (typeof tabs)[number]['href'] }) {
  const t = useT()
  return (
    <nav aria-label={t('integrity.tabs.label')}>
      <ul className="filters">
        {tabs.map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
