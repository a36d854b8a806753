import type { ReactNode } from 'react'

/** The queue on the left, one item on the right; goes inside `<AdminLayout panes>`. */
export const Triage = ({ queue, children }: { queue: ReactNode; children: ReactNode }) => (
  <div className="triage">
    {queue}
    <div className="triage-item">{children}</div>
  </div>
)

export type QueueItem = {
  href: string
  title: string
  facts: readonly string[]
  /** Age, said last among the facts. */
  age?: string
  late?: boolean
  note?: ReactNode
  current?: boolean
}

type QueueListProps = { title: string; detail?: ReactNode; items: readonly QueueItem[]; empty: ReactNode }

export const QueueList = ({ title, detail, items, empty }: QueueListProps) => (
  <section className="queue" aria-label={title}>
    <header>
      <h1>{title}</h1>
      {detail && <p>{detail}</p>}
    </header>
    {items.length === 0 && <div className="queue-empty">{empty}</div>}
    <ol>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'true' : undefined} data-queue-item="">
            <strong>{item.title}</strong>
            <span className="queue-facts">
              {item.facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
              {item.age && <span className={item.late ? 'late' : undefined}>{item.age}</span>}
            </span>
            {item.note && <span className="queue-note">{item.note}</span>}
          </a>
        </li>
      ))}
    </ol>
  </section>
)

type TriageHeaderProps = { title: ReactNode; detail?: ReactNode; actions?: ReactNode }

export const TriageHeader = ({ title, detail, actions }: TriageHeaderProps) => (
  <header className="triage-header">
    <div>
      <h2>{title}</h2>
      {detail && <p>{detail}</p>}
    </div>
    {actions && <div className="toolbar-actions">{actions}</div>}
  </header>
)

/** Under the panes: what was found, or a form of reasons. */
export const TriageFoot = ({ children }: { children: ReactNode }) => <div className="triage-foot">{children}</div>
