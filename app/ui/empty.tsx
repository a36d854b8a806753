import type { ReactNode } from 'react'

type EmptyProps = { title: ReactNode; children?: ReactNode }

/** Says what will appear here, and what to do meanwhile. */
export const Empty = ({ title, children }: EmptyProps) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {children}
  </div>
)
