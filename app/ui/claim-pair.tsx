import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'

export type Source = {
  /** Who said it, in which document, on what date. */
  text: ReactNode
  href?: string
  /** "copy and history": the archived copy and what changed. */
  history?: { href: string; label: string }
}

type Side = { kicker: ReactNode; title: ReactNode; children: ReactNode; source: Source | null }

type ClaimPairProps = {
  /** Its place on the page. */
  id?: string
  claim: Side
  answer: Side
  /** Of the two titles: what stands above them decides. */
  level?: 'h2' | 'h3'
}

/** What is established and what is answered: side by side, the same size. */
export const ClaimPair = ({ id, claim, answer, level = 'h3' }: ClaimPairProps) => (
  <div className="claim-pair" id={id}>
    <ClaimSide {...claim} level={level} />
    <ClaimSide {...answer} level={level} />
  </div>
)

const ClaimSide = ({ kicker, title, children, source, level: Heading }: Side & { level: 'h2' | 'h3' }) => (
  <article className="claim">
    <p className="claim-kicker">{kicker}</p>
    <Heading>{title}</Heading>
    <div className="claim-body">{children}</div>
    {source && <SourceLine {...source} />}
  </article>
)

export function SourceLine({ text, href, history }: Source) {
  const t = useT()
  return (
    <p className="source">
      {t('ui.claim.source')} {href ? <a href={href}>{text}</a> : text}
      {history && (
        <>
          {' · '}
          <a href={history.href}>{history.label}</a>
        </>
      )}
    </p>
  )
}
