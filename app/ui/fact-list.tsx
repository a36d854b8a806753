import type { ReactNode } from 'react'

type FactListProps = { rows: readonly (readonly [term: string, detail: ReactNode])[] }

/** What is known of one thing, in a column. A row without detail is left out. */
export const FactList = ({ rows }: FactListProps) => (
  <dl className="fact-list">
    {rows.flatMap(([term, detail]) =>
      detail
        ? [
            <div key={term}>
              <dt>{term}</dt>
              <dd>{detail}</dd>
            </div>,
          ]
        : [],
    )}
  </dl>
)
