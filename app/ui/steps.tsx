import type { ReactNode } from 'react'

export type Step = { title: ReactNode; detail?: ReactNode; href?: string }

/** What to do, in order; or doors to choose from, each with its delay. */
export const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ol className="steps">
    {steps.map(({ title, detail, href }, place) => (
      <li key={place}>
        {href ? (
          <a className="step-title" href={href}>
            {title}
          </a>
        ) : (
          <span className="step-title">{title}</span>
        )}
        {detail && <span className="step-detail">{detail}</span>}
      </li>
    ))}
  </ol>
)
