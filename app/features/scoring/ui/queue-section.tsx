import { useContext } from 'react'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PartProps } from './part.ts'
import { Known } from './known.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { People } from './people.tsx'
import { Choices, Range } from './range.tsx'
import { SaidContext, Say } from './said.tsx'
import styles from './scoring.module.css'

/** The queue, its outcome, and everything that moves it. */
export function QueueSection(part: PartProps) {
  const t = useT()
  return (
    <Section id="queue" title={t('scoring.play.title')}>
      <div className={styles.opening}>
        <p>{t('scoring.start')}</p>
        <p data-still>{t('scoring.without')}</p>
        <p hidden data-live>
          {t('scoring.first')} {t('scoring.local')}
        </p>
      </div>
      <Choices
        at="set"
        legend={t('scoring.play.which')}
        choices={part.sets.map(({ key, name }) => ({ value: key, label: name }))}
        chosen={part.sets[0]?.key ?? ''}
      />
      <div className={styles.table}>
        <div className={styles.drawing}>
          <Headline />
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
    <p className={styles.wrong}>
      <Say name="wrongNumber" as="b" /> <Say name="wrongWords" />
    </p>
    <Say name="outOf100" as="p" className={styles.outOf} />
  </div>
)

function SettingsPanel({ content, sets, settings, reading }: PartProps) {
  const t = useT()
  const said = useContext(SaidContext)
  return (
    <div className={styles.settings} role="group" aria-label={t('scoring.play.settings')}>
      <Range
        at="threshold"
        id="threshold"
        label={t('scoring.play.threshold')}
        min={1}
        max={reading.most}
        value={settings.threshold}
      />
      {sets.map((set, place) => (
        <fieldset key={set.key} className={styles.weights} data-of={set.key} hidden={place > 0}>
          <legend>{t('scoring.play.weights')}</legend>
          <p className="hint" hidden data-live>
            {t('scoring.play.weightsHint')}
          </p>
          {content.criteria
            .filter((criterion) => criterion.set === set.key)
            .map((criterion) => (
              <Criterion key={criterion.key} criterion={criterion} />
            ))}
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
        choices={(['0', '1', '2'] as const).map((value) => ({ value, label: t(`scoring.play.insight${value}`) }))}
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
      <p className="visually-hidden">{said['head.base']}</p>
    </div>
  )
}

function Criterion({ criterion }: { criterion: PartProps['content']['criteria'][number] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <div className={styles.criterion}>
      <Range at="weight" id={`weight-${criterion.set}-${criterion.key}`} label={criterion[locale]} max={3} value={1} />
      <p className={styles.source}>
        <a href={criterion.url}>
          {t('scoring.play.source', { source: criterion.source, day: formatDay(locale, criterion.seen) })}
        </a>
      </p>
    </div>
  )
}
