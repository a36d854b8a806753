import type { ReactNode } from 'react'

type Pane = { title: ReactNode; detail?: ReactNode; children: ReactNode }

type PanePairProps = {
  left: Pane
  right: Pane
  /** The left one stays in view while the right one is worked on, folds, and scrolls within itself. */
  leftStays?: boolean
}

/** The original and what will appear, side by side. Each pane scrolls alone and can be reached from the keyboard. */
export const PanePair = ({ left, right, leftStays = false }: PanePairProps) => (
  <div className="pane-pair">
    {leftStays ? <PaneThatStays {...left} /> : <PaneView {...left} />}
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

const PaneThatStays = ({ title, detail, children }: Pane) => (
  <section className="pane pane-stays" tabIndex={0}>
    <details open>
      <summary>
        <h3>{title}</h3>
        {detail && <span>{detail}</span>}
      </summary>
      {children}
    </details>
  </section>
)
