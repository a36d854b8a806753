import { departments as known } from '#app/features/campaigns/departments.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import type { PressFigures } from '../queries/press-kit.server.ts'
import styles from './press.module.css'

interface Place {
  code: string
  name: string
  confirmed: number | string
}

interface PlaceTableProps {
  departments: PressFigures['departments']
  /** The official directory, by département; `null`: none is described. */
  directory: string | null
  /** Address of the letter that asks for one's département; `null`: the campaign has none. */
  letter: string | null
}

/** Every département with what anyone may know of it; above them the letter that takes the number along, and where to send it. */
export function PlaceTable({ departments, directory, letter }: PlaceTableProps) {
  const t = useT()
  const locale = useLocale()
  const told = new Map(departments.map(({ key, confirmed }) => [key, confirmed]))
  const rows: Place[] = known.map(({ code, name }) => ({ code, name, confirmed: told.get(code) ?? '<10' }))
  return (
    <details className={styles.places}>
      <summary>{t('press.mp.departments')}</summary>
      <SmallPrint>{t('press.mp.departmentsIntro')}</SmallPrint>
      {(letter !== null || directory !== null) && (
        <ul className={styles.links}>
          {letter !== null && (
            <li>
              <a href={letter}>{t('press.mp.departmentsLetter')}</a>
            </li>
          )}
          {directory !== null && (
            <li>
              <a href={directory} rel="noreferrer">
                {t('press.mp.directory', { host: new URL(directory).host })}
              </a>
            </li>
          )}
        </ul>
      )}
      <table className="figures">
        <caption className="visually-hidden">{t('press.mp.departments')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('press.mp.department')}</th>
            <th scope="col">{t('press.mp.signatures')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, confirmed }) => (
            <tr key={code}>
              <th scope="row">
                {code} – {name}
              </th>
              <td>{typeof confirmed === 'number' ? formatNumber(locale, confirmed) : confirmed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
