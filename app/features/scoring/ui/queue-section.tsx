import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PartProps } from './part.ts'
import { Known } from './known.tsx'
import { SourceLine } from './source-line.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { People } from './people.tsx'
import { Choices, Range } from './range.tsx'
import { Say } from './said.tsx'
import styles from './scoring.module.css'

/** The queue, its outcome, and everything that moves it. */
export function QueueSection(part: PartProps) {
  const t = useT()
  return (
    <Section id="queue" title={t('scoring.play.title')}>
      <p className={styles.told}>{t('scoring.start')}</p>
      <Choices
        at="set"
        legend={t('scoring.play.which')}
        choices={part.sets.map(({ key, name }) => ({ value: key, label: name }))}
        chosen={part.sets[0]?.key ?? ''}
      />
      <div className={styles.table}>
        <div className={styles.drawing}>
          <Headline />
          <Say name="outOf100" as="p" className={styles.told} />
          <People {...part} />
          <MatrixTable />
        </div>
        <SettingsPanel {...part} />
      </div>
      <Known content={part.content} about="score" />
    </Section>
  )
}

const Headline = () => (
  <div className={styles.headline}>
    <p>
      <Say name="flaggedNumber" as="b" /> <Say name="flaggedWords" />
    </p>
    <p>
      <Say name="wrongNumber" as="b" /> <Say name="wrongWords" />
    </p>
  </div>
)

function SettingsPanel({ content, sets, settings, reading }: PartProps) {
  const t = useT()
  return (
    <div role="group" aria-label={t('scoring.play.settings')}>
      <p className="hint" data-still>
        {t('scoring.without')}
      </p>
      <p className="hint" hidden data-live>
        {t('scoring.first')} {t('scoring.local')}
      </p>
      <Range
        at="threshold"
        id="threshold"
        label={t('scoring.play.threshold')}
        min={1}
        max={reading.most}
        value={settings.threshold}
      />
      {sets.map((set, place) => (
        <fieldset key={set.key} className="field" data-of={set.key} hidden={place > 0}>
          <legend>{t('scoring.play.weights')}</legend>
          <p className="hint" hidden data-live>
            {t('scoring.play.weightsHint')}
          </p>
          <Criteria criteria={content.criteria.filter((criterion) => criterion.set === set.key)} />
        </fieldset>
      ))}
      <Range
        at="base"
        id="base"
        label={t('scoring.play.base')}
        hint={t('scoring.play.baseHint')}
        max={60}
        value={settings.baseRate}
      />
      <Choices
        at="insight"
        legend={t('scoring.play.insight')}
        hint={t('scoring.play.insightHint')}
        choices={(['0', '1', '2'] as const).map((value) => ({ value, label: t(`scoring.play.insights.${value}`) }))}
        chosen={String(settings.insight)}
      />
      <p className="actions" hidden data-live>
        <Button type="button" kind="quiet" data-do="redraw">
          {t('scoring.redraw')}
        </Button>
        <Button type="button" kind="plain" data-do="reset">
          {t('scoring.reset')}
        </Button>
      </p>
    </div>
  )
}

type Criterion = PartProps['content']['criteria'][number]

/** Those of one source stand together, and it is named once below them. */
function Criteria({ criteria }: { criteria: readonly Criterion[] }) {
  const locale = useLocale()
  const sources = new Map(criteria.map((criterion) => [criterion.url, criterion]))
  return [...sources.values()].map((source) => (
    <div key={source.url} className="field">
      {criteria
        .filter(({ url }) => url === source.url)
        .map((criterion) => (
          <Range
            key={criterion.key}
            at="weight"
            id={`weight-${criterion.set}-${criterion.key}`}
            label={criterion[locale]}
            max={3}
            value={1}
          />
        ))}
      <SourceLine source={source} />
    </div>
  ))
}
