import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Sorted } from '../rules/score.ts'
import { Figure } from './figure.tsx'
import type { PartProps } from './part.ts'
import { Say } from './said.tsx'
import styles from './scoring.module.css'

/** One person: what is true of them, the fewest facts that would change the result, and what if. */
export function OneSection({ sets, reading }: PartProps) {
  const t = useT()
  const { person } = reading
  return (
    <Section id="one" title={t('scoring.one.title')} intro={t('scoring.one.intro')}>
      <div className={styles.pair}>
        <div className={styles.card}>
          <div className={styles.who}>
            <span data-portrait>
              <Figure number={person.number} state={person.state} />
            </span>
            <p>
              <Say name="person" /> <Say name="personState" as="b" className={styles.state} />
            </p>
          </div>
          <h3 className={styles.sub}>{t('scoring.one.smallest')}</h3>
          <Say name="smallest" as="p" className={styles.told} />
        </div>
        <div>
          <WhichPerson number={person.number} />
          <Facts sets={sets} person={person} />
          <p className={styles.told} hidden data-live>
            <Say name="tried" />
          </p>
        </div>
      </div>
    </Section>
  )
}

function WhichPerson({ number }: { number: number }) {
  const t = useT()
  return (
    <div className="field" hidden data-live>
      <label htmlFor="person-number">{t('scoring.one.choose')}</label>
      <p className="hint" id="person-number-hint">
        {t('scoring.one.chooseHint')}
      </p>
      <input
        type="number"
        id="person-number"
        aria-describedby="person-number-hint"
        inputMode="numeric"
        min={1}
        max={100}
        defaultValue={number}
        autoComplete="off"
        data-at="person"
        className={styles.short}
      />
    </div>
  )
}

/** One list for each score; the script shows the one that is played. */
function Facts({ sets, person }: Pick<PartProps, 'sets'> & { person: Sorted }) {
  const t = useT()
  return (
    <>
      {sets.map((set, place) => (
        <fieldset key={set.key} className="field" data-of={set.key} hidden={place > 0}>
          <legend>{t('scoring.one.facts')}</legend>
          <p className="hint" hidden data-live>
            {t('scoring.one.factsHint')}
          </p>
          <ul>
            {set.criteria.map((criterion, at) => (
              <li key={criterion.key} className="tick">
                <input
                  type="checkbox"
                  id={`fact-${set.key}-${criterion.key}`}
                  data-at="fact"
                  defaultChecked={place === 0 && person.facts[at]}
                  autoComplete="off"
                  disabled
                />
                <label htmlFor={`fact-${set.key}-${criterion.key}`}>{criterion.name}</label>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </>
  )
}
