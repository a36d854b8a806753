import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { Sheet } from '#app/features/sheets/schema.ts'
import { Verified } from '#app/features/sheets/ui/verified.tsx'
import { Page } from '#app/ui/page.tsx'
import { firstAnswers, labels } from '../rules/labels.ts'
import { firstSettings, read } from '../rules/reading.ts'
import { firstBase, playSets, type Play } from '../rules/sets.ts'
import { tell, tellLabels } from '../rules/tell.ts'
import type { ScoringContent } from '../schema.ts'
import { Ends, type Links } from './ends.tsx'
import { Figures } from './figure.tsx'
import { GroupsSection } from './groups-section.tsx'
import { LabelsSection } from './labels-section.tsx'
import { NumbersSection } from './numbers-section.tsx'
import { OneSection } from './one-section.tsx'
import { ProcedureSection } from './procedure-section.tsx'
import { QueueSection } from './queue-section.tsx'
import { SaidContext, Say } from './said.tsx'
import { spokenWords } from './spoken-words.ts'
import styles from './scoring.module.css'

interface ScoringPageProps {
  campaign: { slug: string; title: string }
  sheet: Sheet<ScoringContent>
  links: Links
  /** Address of the script. */
  script: string
}

/**
 * How a score sorts people. The server computes the example that begins the page with the same rules as the script, so that it is
 * whole without it; the script reads what is set and writes the same places anew. There is no form: nothing can be sent.
 */
export function ScoringPage({ campaign, sheet, links, script }: ScoringPageProps) {
  const t = useT()
  const locale = useLocale()
  const { content } = sheet
  const sets = playSets(content, locale)
  const [set] = sets
  if (!set) return null
  const words = spokenWords(t)
  const names = Object.fromEntries(content.labels.map(({ key, ...name }) => [key, name[locale]]))
  const settings = firstSettings(set.criteria, firstBase(set.mode))
  const reading = read(set.criteria, settings)
  const saying = { words, locale }
  const said = { ...tell(saying, reading, set), ...tellLabels(saying, firstAnswers, names) }
  const play: Play = { locale, sets, words, labels: names }
  const part = { content, sets, settings, reading }
  const isWhole = labels.every((label) => label in names)
  return (
    <Page
      width="wide"
      kicker={<a href={`/${locale}/${campaign.slug}`}>{campaign.title}</a>}
      title={t('scoring.title')}
      lead={<p>{content[locale].intro}</p>}
    >
      <SaidContext.Provider value={said}>
        <div className={styles.play} data-scoring={JSON.stringify(play)}>
          <Figures />
          <div className={styles.always} role="note">
            <p>{content[locale].disclaimer}</p>
            <p className={styles.summary} aria-hidden="true">
              <Say name="flaggedNumber" as="b" /> <Say name="flaggedWords" /> · <Say name="wrongNumber" as="b" />{' '}
              <Say name="wrongWords" />
            </p>
          </div>
          <div className={styles.body}>
            <QueueSection {...part} />
            <NumbersSection {...part} />
            <OneSection {...part} />
            <GroupsSection {...part} />
            <ProcedureSection {...part} />
            {isWhole && <LabelsSection content={content} names={names} />}
            <Ends content={content} links={links} campaignPath={`/${locale}/${campaign.slug}`} />
            <Verified {...sheet} />
          </div>
          <p className="visually-hidden" role="status" data-polite />
          <script type="module" src={script} />
        </div>
      </SaidContext.Provider>
    </Page>
  )
}
