import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Empty } from './empty.tsx'

export type Column<Row> = {
  key: string
  label: string
  numeric?: boolean
  /** Stays on one line: a day. */
  tight?: boolean
  render: (row: Row) => ReactNode
}

type DataTableProps<Row> = {
  caption: string
  /** The first one names the row. With more than two, each row becomes a paragraph of facts on a phone. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Tick boxes that only ever concern what is displayed; `nameOf` says which row to those who listen. */
  select?: { name: string; form?: string; nameOf: (row: Row) => string }
  empty: { title: ReactNode; children?: ReactNode }
}

export function DataTable<Row>({ caption, columns, rows, keyOf, select, empty }: DataTableProps<Row>) {
  const t = useT()
  if (rows.length === 0) return <Empty {...empty} />
  const [first, ...others] = columns
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className={columns.length > 2 ? 'data-table data-table-folds' : 'data-table'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {select && <th scope="col">{t('ui.table.select')}</th>}
            {columns.map(({ key, label, numeric }) => (
              <th key={key} scope="col" className={numeric ? 'numeric' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {select && (
                <td className="pick">
                  <input
                    type="checkbox"
                    name={select.name}
                    form={select.form}
                    value={keyOf(row)}
                    aria-label={t('ui.table.chosen', { name: select.nameOf(row) })}
                  />
                </td>
              )}
              {first && <th scope="row">{first.render(row)}</th>}
              {others.map(({ key, label, numeric, tight, render }) => (
                <td key={key} className={numeric ? 'numeric' : tight ? 'tight' : undefined} data-label={label}>
                  {render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
