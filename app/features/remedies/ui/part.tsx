import type { ReactNode } from 'react'

interface PartProps {
  id: string
  title: string
  children: ReactNode
}

/** A part of a page that stays behind when the letter is printed. */
export const Part = ({ id, title, children }: PartProps) => (
  <section className="section" id={id} aria-labelledby={`${id}-title`} data-aside="">
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
)
