import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import { firstAnswers, orders } from '../rules/labels.ts'
import type { ScoringContent } from '../schema.ts'
import { Known } from './known.tsx'
import { Choices, Range } from './range.tsx'
import { Say } from './said.tsx'
import styles from './scoring.module.css'

interface LabelsSectionProps {
  content: ScoringContent
  names: Readonly<Record<string, string>>
}

/** How labels follow from answers: by three sentences of our own, in three orders. */
export function LabelsSection({ content, names }: LabelsSectionProps) {
  const t = useT()
  return (
    <Section id="labels" title={t('scoring.labels.title')} intro={t('scoring.labels.intro')}>
      <div className={styles.pair}>
        <div role="group" aria-label={t('scoring.labels.answers')}>
          <h3 className={styles.sub}>{t('scoring.labels.answers')}</h3>
          <p data-still>
            {t('scoring.labels.spirits')} {t('scoring.labels.spirits2')}
          </p>
          <Choices
            at="spirits"
            legend={t('scoring.labels.spirits')}
            choices={(['1', '2', '3', '4'] as const).map((value) => ({
              value,
              label: t(`scoring.labels.spirits${value}`),
            }))}
            chosen={String(firstAnswers.spirits)}
          />
          {(['applications', 'contacts', 'trades'] as const).map((name) => (
            <Range
              key={name}
              at={name}
              id={name}
              label={t(`scoring.labels.${name}`)}
              min={name === 'trades' ? 1 : 0}
              max={name === 'trades' ? 5 : 10}
              value={firstAnswers[name]}
            />
          ))}
        </div>
        <div>
          <Say name="labels" as="p" className={styles.told} />
          <table className="figures">
            <caption>{t('scoring.labels.orders')}</caption>
            <tbody>
              {(['0', '1', '2'] as const).map((at) => (
                <tr key={at}>
                  <th scope="row">{t(`scoring.labels.order${at}`)}</th>
                  <td className={styles.wraps}>
                    <Say name={`label.${at}`} as="b" className={styles.label} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Sentences names={names} />
        </div>
      </div>
      <Known content={content} about="labels" />
    </Section>
  )
}

function Sentences({ names }: Pick<LabelsSectionProps, 'names'>) {
  const t = useT()
  return (
    <table className="figures">
      <caption>{t('scoring.labels.sentences')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('scoring.labels.sentence')}</th>
          <th scope="col">{t('scoring.labels.gives')}</th>
          <th scope="col">{t('scoring.labels.holds')}</th>
        </tr>
      </thead>
      <tbody>
        {orders[0].map((sentence) => (
          <tr key={sentence}>
            <th scope="row">{t(`scoring.labels.${sentence}`)}</th>
            <td className={styles.wraps}>{names[sentence]}</td>
            <td>
              <Say name={`true.${sentence}`} as="b" />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('scoring.labels.else')}</th>
          <td className={styles.wraps}>{names['drive']}</td>
          <td>–</td>
        </tr>
      </tbody>
    </table>
  )
}
