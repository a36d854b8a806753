import type { ReactNode } from 'react'

type SectionProps = {
  /** Also the anchor; the title gets `${id}-title`. */
  id: string
  title: ReactNode
  /** One sentence under the title. */
  intro?: ReactNode
  /** A link to more, at the end. */
  more?: { href: string; label: string }
  children: ReactNode
}

/** A full-width part of a page under a two-pixel rule. */
export const Section = ({ id, title, intro, more, children }: SectionProps) => (
  <section className="section" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {intro && <p className="section-intro">{intro}</p>}
    {children}
    {more && (
      <p className="section-more">
        <a href={more.href}>{more.label}</a>
      </p>
    )}
  </section>
)
