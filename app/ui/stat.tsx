import type { ReactNode } from 'react'

export type StatItem = { label: ReactNode; value: ReactNode; detail?: ReactNode }

/** A row of figures. */
export const Stats = ({ items }: { items: readonly StatItem[] }) => (
  <dl className="stats">
    {items.map(({ label, value, detail }, place) => (
      <div className="stat" key={place}>
        <dt>{label}</dt>
        <dd>
          <span className="stat-value">{value}</span>
          {detail && <span className="stat-detail">{detail}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
