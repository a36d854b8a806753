import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Logo } from './logo.tsx'

export type NavItem = { href: string; label: string; current?: boolean }

type SiteLayoutProps = {
  /** Name beside the mark. */
  name: string
  homeHref: string
  nav: readonly NavItem[]
  otherLanguage: { href: string; lang: string; label: string }
  /** Said above everything else: this instance shows demonstration data. */
  notice?: ReactNode
  /** A `<QuickExit>` on pages about testimonies. */
  quickExit?: ReactNode
  footer: { links: readonly NavItem[]; text?: ReactNode }
  children: ReactNode
}

export function SiteLayout(props: SiteLayoutProps) {
  const t = useT()
  return (
    <>
      <a className="skip" href="#content">
        {t('ui.layout.skipToContent')}
      </a>
      {props.notice && (
        <aside className="site-notice" aria-label={t('ui.layout.notice')}>
          {props.notice}
        </aside>
      )}
      <header className="site-header">
        <a className="brand" href={props.homeHref} aria-label={t('ui.layout.home', { name: props.name })}>
          <Logo />
          {props.name}
        </a>
        <nav aria-label={t('ui.layout.mainNavigation')}>
          <NavList items={props.nav} />
        </nav>
        <a
          className="language"
          href={props.otherLanguage.href}
          lang={props.otherLanguage.lang}
          hrefLang={props.otherLanguage.lang}
        >
          {props.otherLanguage.label}
        </a>
        {props.quickExit}
      </header>
      <main id="content" tabIndex={-1}>
        {props.children}
      </main>
      <SiteFooter {...props.footer} />
    </>
  )
}

function SiteFooter({ links, text }: SiteLayoutProps['footer']) {
  const t = useT()
  return (
    <footer className="site-footer">
      <nav aria-label={t('ui.layout.footerNavigation')}>
        <NavList items={links} />
      </nav>
      {text && <div className="site-footer-text">{text}</div>}
    </footer>
  )
}

const NavList = ({ items }: { items: readonly NavItem[] }) => (
  <ul>
    {items.map(({ href, label, current }) => (
      <li key={href}>
        <a href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      </li>
    ))}
  </ul>
)
