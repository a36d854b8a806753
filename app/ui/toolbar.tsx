import type { ReactNode } from 'react'

type ToolbarProps = {
  title: ReactNode
  detail?: ReactNode
  /** Buttons, the one that matters last. */
  actions?: ReactNode
  /** Saved filters: links, the one in use marked. */
  filters?: readonly { href: string; label: string; current?: boolean }[]
}

/** The top of a staff page. */
export const Toolbar = ({ title, detail, actions, filters }: ToolbarProps) => (
  <div className="toolbar">
    <h1>{title}</h1>
    {detail && <p className="toolbar-detail">{detail}</p>}
    {actions && <div className="toolbar-actions">{actions}</div>}
    {filters && (
      <ul className="filters">
        {filters.map(({ href, label, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    )}
  </div>
)
