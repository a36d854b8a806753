import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Logo } from './logo.tsx'

export type RailItem = { href: string; label: string; count?: number; current?: boolean }

type AdminLayoutProps = {
  name: string
  homeHref: string
  items: readonly RailItem[]
  /** Name and role of the person signed in. */
  who: ReactNode
  /** A form that signs out. */
  signOut: ReactNode
  notice?: ReactNode
  /** A `<KeyHints>`: stays at the bottom of the screen. */
  keys?: ReactNode
  /** The screen itself does not scroll, its panes do (triage, on a wide screen). */
  panes?: boolean
  children: ReactNode
}

/** On a phone the doors open from a button, without script; beside the work they always stand (rail.css). React 18 knows neither word. */
const doors = { id: 'doors', popover: 'auto' }
const opensDoors = { popovertarget: doors.id }

export function AdminLayout(props: AdminLayoutProps) {
  const t = useT()
  const waiting = props.items.reduce((sum, { count = 0 }) => sum + count, 0)
  return (
    <div className={`admin${props.panes ? ' admin-panes' : ''}`}>
      <a className="skip" href="#content">
        {t('ui.layout.skipToContent')}
      </a>
      <header className="rail">
        <a className="brand" href={props.homeHref} aria-label={t('ui.layout.home', { name: props.name })}>
          <Logo />
          {props.name}
        </a>
        <button type="button" className="rail-menu" {...opensDoors}>
          {t('ui.layout.menu')}
          {waiting > 0 && <span className="rail-count">{waiting}</span>}
        </button>
        <nav aria-label={t('ui.layout.adminNavigation')} {...doors}>
          <ul>
            {props.items.map(({ href, label, count, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                  {count !== undefined && <span className="rail-count">{count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="rail-who">
          {props.who}
          {props.signOut}
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {props.notice && <div className="admin-notice">{props.notice}</div>}
        {props.children}
      </main>
      {props.keys}
    </div>
  )
}
