import type { ReactNode } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale } from '#app/i18n/use-t.tsx'

/** On a phone, the one thing to do, at the bottom of the screen; with the count beside it. */
export type HeroAction = { href: string; label: string; count?: { value: number; label: string } }

type HeroProps = {
  /** Who asks what of whom. */
  kicker: ReactNode
  title: ReactNode
  lead: ReactNode
  note?: ReactNode
  /** What is asked for, one line each. */
  points?: { title: string; items: readonly string[] }
  /** Shown until the card is reached. */
  action?: HeroAction
  /** The card that matters: beside the words and sticky on a desktop, below them on a phone. */
  children: ReactNode
}

export const Hero = ({ kicker, title, lead, note, points, action, children }: HeroProps) => (
  <div className="hero">
    <div className="hero-words">
      <p className="kicker">{kicker}</p>
      <h1>{title}</h1>
      <div className="lead">{lead}</div>
      {note && <div className="hero-note">{note}</div>}
      {points && points.items.length > 0 && (
        <section className="hero-points" aria-label={points.title}>
          <h2>{points.title}</h2>
          <ol>
            {points.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </section>
      )}
      {action && <ActionBar {...action} />}
    </div>
    <div className="hero-card">{children}</div>
  </div>
)

type AfterHeroProps = { action?: HeroAction; children: ReactNode }

/** Everything after the first screen; on a phone the button stays at hand. */
export const AfterHero = ({ action, children }: AfterHeroProps) => (
  <div className="after-hero">
    {children}
    {action && <ActionBar {...action} />}
  </div>
)

function ActionBar({ href, label, count }: HeroAction) {
  const locale = useLocale()
  return (
    <div className="action-bar">
      {count && (
        <p className="action-count">
          <strong data-count-copy="">{formatNumber(locale, count.value)}</strong> {count.label}
        </p>
      )}
      <a className="button button-primary" href={href}>
        {label}
      </a>
    </div>
  )
}
