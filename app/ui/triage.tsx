import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

type TriageProps = {
  queue: ReactNode
  children: ReactNode
  /** One item is open: where there is no room for both, it is shown alone, under this way to the queue. */
  back?: { href: string; label: string }
}

/** The queue on the left, one item on the right; goes inside `<AdminLayout panes>`. */
export const Triage = ({ queue, children, back }: TriageProps) => (
  <div className={back ? 'triage triage-open' : 'triage'}>
    {queue}
    <div className="triage-item">
      {back && (
        <p className="triage-back">
          <a href={back.href}>{back.label}</a>
        </p>
      )}
      {children}
    </div>
  </div>
)

export type QueueItem = {
  href: string
  title: string
  /** What makes it stand out among the others: before the facts. */
  marks?: readonly string[]
  facts: readonly string[]
  /** Age, said last among the facts. */
  age?: string
  late?: boolean
  note?: ReactNode
  current?: boolean
  /** Where one goes on: it takes the focus when the page comes back. */
  next?: boolean
  /** A box of a form that stands elsewhere on the page. */
  pick?: { name: string; form: string; value: string; label: string }
}

type QueueListProps = {
  title: string
  detail?: ReactNode
  items: readonly QueueItem[]
  empty: ReactNode
  /** Under the list: the way to the next page. */
  after?: ReactNode
}

export const QueueList = ({ title, detail, items, empty, after }: QueueListProps) => (
  <section className="queue" aria-label={title}>
    <header>
      <h1>{title}</h1>
      {detail && <p>{detail}</p>}
    </header>
    {items.length === 0 && <div className="queue-empty">{empty}</div>}
    <ol>
      {items.map((item) => (
        <li key={item.pick?.value ?? item.href}>
          {item.pick && (
            <label className="queue-pick">
              <input
                type="checkbox"
                name={item.pick.name}
                form={item.pick.form}
                value={item.pick.value}
                aria-label={item.pick.label}
              />
            </label>
          )}
          <QueueLink {...item} />
        </li>
      ))}
    </ol>
    {after}
  </section>
)

const QueueLink = ({ href, title, marks = [], facts, age, late, note, current, next }: QueueItem) => (
  // Which pages there are is known: a queue of a hundred does not ask for each of its lines.
  <Link
    to={href}
    discover="none"
    aria-current={current ? 'true' : undefined}
    data-queue-item=""
    data-next={next ? '' : undefined}
  >
    <strong>{title}</strong>
    <span className="queue-facts">
      {marks.map((mark) => (
        <span key={mark} className="queue-mark">
          {mark}
        </span>
      ))}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {age && <span className={late ? 'late' : undefined}>{age}</span>}
    </span>
    {note && <span className="queue-note">{note}</span>}
  </Link>
)

type TriageHeaderProps = { title: ReactNode; detail?: ReactNode; actions?: ReactNode }

export const TriageHeader = ({ title, detail, actions }: TriageHeaderProps) => (
  <header className="triage-header">
    <div>
      <h2 tabIndex={-1}>{title}</h2>
      {detail && <p>{detail}</p>}
    </div>
    {actions && <div className="toolbar-actions">{actions}</div>}
  </header>
)

/** Under the panes: what was found, or a form of reasons. */
export const TriageFoot = ({ children }: { children: ReactNode }) => <div className="triage-foot">{children}</div>
