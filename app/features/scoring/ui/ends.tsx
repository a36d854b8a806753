import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ScoringContent } from '../schema.ts'
import { SourceLine } from './source-line.tsx'
import styles from './scoring.module.css'

/** Which neighbours of the page the campaign has. */
export interface Links {
  remedies: boolean
  systems: boolean
  questions: boolean
}

interface EndsProps {
  content: ScoringContent
  links: Links
  campaignPath: string
}

/** What the game does not say, where to go from here, and every source with its day. */
export function Ends({ content, links, campaignPath }: EndsProps) {
  const t = useT()
  const next = (['remedies', 'systems', 'questions'] as const).filter((name) => links[name])
  const sources = [...new Map([...content.criteria, ...content.facts].map((one) => [one.url, one])).values()]
  return (
    <Section id="limits" title={t('scoring.limits.title')}>
      <div className={styles.pair}>
        <div className={styles.texts}>
          <p>{t('scoring.limits.model')}</p>
          <p>{t('scoring.limits.truth')}</p>
          <p>{t('scoring.limits.score')}</p>
          {next.length > 0 && (
            <>
              <h3 className={styles.sub}>{t('scoring.limits.next')}</h3>
              <ul className={styles.list}>
                {next.map((name) => (
                  <li key={name}>
                    <a href={`${campaignPath}/${name}`}>{t(`scoring.limits.${name}`)}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div>
          <h3>{t('scoring.limits.sources')}</h3>
          <p>{t('scoring.limits.sourcesIntro')}</p>
          <ul className={styles.list}>
            {sources.map((source) => (
              <li key={source.url}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  )
}
