import { ChangedParagraph } from '#app/features/campaigns/ui/text-diff.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ClaimChange, LoggedVersion } from '../rules/shown.ts'
import { answerKinds, claimStates } from '../schema/content.ts'
import styles from './claims.module.css'

/** Everything that was ever published of a claim, the newest first: its day, why, and what changed word by word. */
export function CorrectionLog({ log }: { log: readonly LoggedVersion[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section id="history" title={t('claims.log.title')} intro={t('claims.log.intro')}>
      <ol className={styles.log} reversed>
        {log.map(({ version, change, publishedOn, note, changed }) => (
          <li key={version} id={`version-${version}`}>
            <h3>
              {t(`claims.log.${change}`)} · <time dateTime={publishedOn}>{formatDay(locale, publishedOn)}</time>
            </h3>
            <p className="small">{t('claims.log.version', { version })}</p>
            {note && <p>{note}</p>}
            {changed && <Changes changed={changed} />}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Changes({ changed: { words, facts } }: { changed: ClaimChange }) {
  const t = useT()
  if (words.length === 0 && facts.length === 0) return <p className="small">{t('claims.log.elsewhere')}</p>
  return (
    <div className={styles.changes}>
      {words.map(({ part, paragraphs }) => (
        <div key={part}>
          <h4>{t(`claims.parts.${part}`)}</h4>
          {paragraphs.map((parts, place) => (
            <ChangedParagraph key={place} parts={parts} />
          ))}
        </div>
      ))}
      {facts.map((fact) => (
        <Fact key={fact.fact} {...fact} />
      ))}
    </div>
  )
}

function Fact({ fact, before, after }: ClaimChange['facts'][number]) {
  const t = useT()
  const locale = useLocale()
  const said = (text: string): string => {
    const state = fact === 'state' ? claimStates.find((one) => one === text) : undefined
    if (state) return t(`claims.states.${state}`)
    const kind = fact === 'answerKind' ? answerKinds.find((one) => one === text) : undefined
    if (kind) return t(`claims.answerKinds.${kind}`)
    if (text === '') return t('claims.log.nothing')
    return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(locale, text) : text
  }
  return (
    <div>
      <h4>{t(`claims.facts.${fact}`)}</h4>
      <ChangedParagraph
        parts={[
          { kind: 'removed', text: said(before) },
          { kind: 'same', text: ' ' },
          { kind: 'added', text: said(after) },
        ]}
      />
    </div>
  )
}
