import type { ReactNode } from 'react'

type CardProps = { id?: string; title?: ReactNode; children: ReactNode }

/** The hard shadow belongs to the card that matters: one per page. */
export const Card = ({ id, title, children }: CardProps) => (
  <div className="card" id={id}>
    {title && <h2 className="card-title">{title}</h2>}
    {children}
  </div>
)
