import type { ReactNode } from 'react'

type NoticeProps = {
  kind?: 'info' | 'success' | 'warn'
  title?: ReactNode
  /** `status` when it answers what the person just did. */
  role?: 'status' | 'note'
  children?: ReactNode
}

export const Notice = ({ kind = 'info', title, role, children }: NoticeProps) => (
  <div className={`notice notice-${kind}`} role={role}>
    {title && <p className="notice-title">{title}</p>}
    {children}
  </div>
)
