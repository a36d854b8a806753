import { departments as known } from '#app/features/campaigns/departments.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
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
}

/** Every département with what anyone may know of it, and the way to those who represent it. */
export function PlaceTable({ departments, directory }: PlaceTableProps) {
  const t = useT()
  const locale = useLocale()
  const told = new Map(departments.map(({ key, confirmed }) => [key, confirmed]))
  const rows: Place[] = known.map(({ code, name }) => ({ code, name, confirmed: told.get(code) ?? '<10' }))
  return (
    <details className={styles.places}>
      <summary>{t('press.mp.departments')}</summary>
      <SmallPrint>{t('press.mp.departmentsIntro')}</SmallPrint>
      <DataTable<Place>
        caption={t('press.mp.departments')}
        rows={rows}
        keyOf={({ code }) => code}
        empty={{ title: t('press.mp.departments') }}
        columns={[
          {
            key: 'place',
            label: t('press.mp.department'),
            render: ({ code, name }) =>
              directory ? (
                <a href={directory} rel="noreferrer">
                  {code} – {name}
                </a>
              ) : (
                `${code} – ${name}`
              ),
          },
          {
            key: 'confirmed',
            label: t('press.mp.signatures'),
            numeric: true,
            render: ({ confirmed }) => (typeof confirmed === 'number' ? formatNumber(locale, confirmed) : confirmed),
          },
        ]}
      />
    </details>
  )
}
