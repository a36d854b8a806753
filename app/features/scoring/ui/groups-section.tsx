import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PartProps } from './part.ts'
import { Say } from './said.tsx'
import styles from './scoring.module.css'

const sides = ['first', 'second'] as const

/** Two rules that name no group, and whom each of them touches. */
export function GroupsSection({ sets, settings, reading }: PartProps) {
  const t = useT()
  return (
    <Section id="groups" title={t('scoring.groups.title')} intro={t('scoring.groups.intro')}>
      <div className={styles.pair}>
        <div>
          {sets.map((set, place) => (
            <div key={set.key} data-of={set.key} hidden={place > 0}>
              {settings.rules.map((chosen, at) => (
                <div key={at === 0 ? 'rule1' : 'rule2'} className="field" hidden data-live>
                  <label htmlFor={`rule-${set.key}-${at}`}>
                    {t(at === 0 ? 'scoring.groups.rule1' : 'scoring.groups.rule2')}
                  </label>
                  <select id={`rule-${set.key}-${at}`} data-at="rule" defaultValue={chosen} autoComplete="off">
                    {set.criteria.map(({ key, name }, option) => (
                      <option key={key} value={option}>
                        {name}
                      </option>
                    ))}
                  </select>
                </div>
              ))}
            </div>
          ))}
          <p className={styles.told}>
            <Say name="rule.0.words" />
          </p>
          <p className={styles.told}>
            <Say name="rule.1.words" />
          </p>
          <p className="hint">{t('scoring.groups.invented')}</p>
        </div>
        <GroupsTable reading={reading} />
      </div>
    </Section>
  )
}

function GroupsTable({ reading }: Pick<PartProps, 'reading'>) {
  const t = useT()
  return (
    <table className="figures">
      <caption>{t('scoring.groups.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('scoring.groups.rule')}</th>
          <th scope="col">{t('scoring.groups.flagged')}</th>
          <th scope="col">{t('scoring.groups.wrong')}</th>
        </tr>
      </thead>
      {reading.rules.map((rule, at) => (
        <tbody key={at === 0 ? 'rule1' : 'rule2'}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              <Say name={`rule.${at}`} />
            </th>
          </tr>
          {sides.map((side) => (
            <tr key={side}>
              <th scope="row">
                <Say name={`group.${side}`} />
              </th>
              {(['flagged', 'wrong'] as const).map((what) => (
                <td key={what}>
                  <Bar name={`rule.${at}.${side}.${what}`} share={shareOf(rule[side], what)} />
                  <Say name={`rule.${at}.${side}.${what}.parts`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

const shareOf = (group: PartProps['reading']['rules'][number]['first'], what: 'flagged' | 'wrong'): number =>
  what === 'flagged' ? group.flagged / group.size : group.innocent === 0 ? 0 : group.wrong / group.innocent

const Bar = ({ name, share }: { name: string; share: number }) => (
  <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect className={styles.track} width="100" height="10" />
    <rect data-bar={name} width={Math.round(share * 100)} height="10" />
  </svg>
)
