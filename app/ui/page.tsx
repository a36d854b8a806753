import type { ReactNode } from 'react'

type PageProps = {
  title: ReactNode
  kicker?: ReactNode
  lead?: ReactNode
  /** `narrow` for forms and messages, `wide` for galleries and numbers. */
  width?: 'narrow' | 'wide'
  children?: ReactNode
}

/** A page that is not the campaign's: one title, one column. */
export const Page = ({ title, kicker, lead, width = 'narrow', children }: PageProps) => (
  <div className={`page page-${width}`}>
    <header className="page-header">
      {kicker && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {lead && <div className="lead">{lead}</div>}
    </header>
    {children}
  </div>
)
