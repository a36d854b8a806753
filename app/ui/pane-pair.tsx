import type { ReactNode } from 'react'

type Pane = { title: ReactNode; detail?: ReactNode; children: ReactNode }

/** The original and what will appear, side by side. Each pane scrolls alone and can be reached from the keyboard. */
export const PanePair = ({ left, right }: { left: Pane; right: Pane }) => (
  <div className="pane-pair">
    <PaneView {...left} />
    <PaneView {...right} />
  </div>
)

const PaneView = ({ title, detail, children }: Pane) => (
  <section className="pane" tabIndex={0}>
    <header>
      <h3>{title}</h3>
      {detail && <p>{detail}</p>}
    </header>
    {children}
  </section>
)
