import { useT } from '#app/i18n/use-t.tsx'
import type { State } from '../rules/score.ts'
import { Figure } from './figure.tsx'
import { Say } from './said.tsx'
import styles from './scoring.module.css'

/** The legend of the drawing and the confusion matrix at once. */
export function MatrixTable() {
  const t = useT()
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('scoring.play.matrix')}>
      <table className="figures">
        <caption>{t('scoring.play.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('scoring.play.truth')}</span>
            </th>
            <th scope="col">
              <Say name="head.flagged" />
            </th>
            <th scope="col">
              <Say name="head.left" />
            </th>
            <th scope="col">{t('scoring.play.sum')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <Say name="head.found" />
            </th>
            <Cell state="hit" />
            <Cell state="missed" />
            <td>
              <Say name="sum.found" />
            </td>
          </tr>
          <tr>
            <th scope="row">
              <Say name="head.innocent" />
            </th>
            <Cell state="falseAlarm" />
            <Cell state="leftAlone" />
            <td>
              <Say name="sum.innocent" />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('scoring.play.everybody')}</th>
            <td>
              <Say name="flaggedNumber" />
            </td>
            <td>
              <Say name="sum.left" />
            </td>
            <td>100</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

const Cell = ({ state }: { state: State }) => (
  <td>
    <span className={styles.cell}>
      <Figure number={2} state={state} width={28} />
      <Say name={`count.${state}`} as="b" />
    </span>
  </td>
)
