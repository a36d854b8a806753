import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import { Known } from './known.tsx'
import type { PartProps } from './part.ts'
import { Say } from './said.tsx'
import styles from './scoring.module.css'

const measures = [
  { name: 'base', key: 'baseRate' },
  { name: 'wrong', key: 'wrongRate' },
  { name: 'right', key: 'rightRate' },
  { name: 'spread', key: 'spreadRate' },
  { name: 'recall', key: 'recallRate' },
] as const

/** The rates of the sorting, each as a question, a count and a share; and what checks by lot would find. */
export function NumbersSection({ content }: PartProps) {
  const t = useT()
  return (
    <Section id="numbers" title={t('scoring.numbers.title')} intro={t('scoring.numbers.intro')}>
      <div className={styles.pair}>
        <table className="figures">
          <caption>{t('scoring.numbers.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('scoring.numbers.measure')}</th>
              <th scope="col">{t('scoring.numbers.parts')}</th>
              <th scope="col">{t('scoring.numbers.percent')}</th>
            </tr>
          </thead>
          <tbody>
            {measures.map(({ name, key }) => (
              <tr key={name} className={name === 'wrong' ? styles.main : undefined}>
                <th scope="row">
                  <Say name={`head.${name}`} />
                  <span className={styles.term}>{t(`scoring.numbers.${key}`)}</span>
                </th>
                <td>
                  <Say name={`${name}.parts`} />
                </td>
                <td>
                  <Say name={`${name}.percent`} as="b" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <p>{t('scoring.numbers.trap')}</p>
          <h3 className={styles.sub}>{t('scoring.numbers.lot')}</h3>
          <p className={styles.told}>
            <Say name="lot" />{' '}
            <b>
              <Say name="lotVerdict" />
            </b>
          </p>
          <Known content={content} about="lot" />
        </div>
      </div>
    </Section>
  )
}
