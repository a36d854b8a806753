import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Fact, ScoringContent } from '../schema.ts'
import { SourceLine } from './source-line.tsx'

/** What is known of real systems, beside the game and apart from it. */
export function Known({ content, about }: { content: ScoringContent; about: Fact['about'] }) {
  const t = useT()
  const locale = useLocale()
  const facts = content.facts.filter((fact) => fact.about === about)
  if (facts.length === 0) return null
  return (
    <Notice title={t('scoring.known.title')}>
      {facts.map((fact) => (
        <div key={fact.fr}>
          <p>{fact[locale]}</p>
          <SourceLine source={fact} />
        </div>
      ))}
    </Notice>
  )
}
