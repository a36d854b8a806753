import { useT } from '#app/i18n/use-t.tsx'
import { FieldRow } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Beginning } from '../queries/read-file.server.ts'
import { encodings } from '../rules/encoding.ts'
import type { Recognised } from '../rules/formats.ts'
import { separatorNames } from '../rules/separator.ts'
import { useColumnTitle, type Shown } from './shown.ts'

interface ReadingProps {
  shown: Shown
  beginning: Beginning
  recognised: Recognised
}

/** Columns that are shown; the mapping has them all. */
const columnsShown = 8

/** The first rows as they are understood, and how to correct it. */
export function ReadingPart({ shown, beginning, recognised }: ReadingProps) {
  const t = useT()
  const { header, rows, fault } = beginning
  const titleOf = useColumnTitle(header)
  const hasAddresses = recognised.mapping.includes('email')
  return (
    <Section id="reading" title={t('imports.reading.title')} intro={t('imports.reading.intro')}>
      <p>
        {recognised.format
          ? t('imports.reading.recognised', { tool: recognised.tool })
          : t('imports.reading.unrecognised')}
      </p>
      {recognised.format && !hasAddresses && <Notice kind="warn" title={t('imports.reading.noAddresses')} />}
      {fault !== null && <Notice kind="warn" title={t('imports.reading.fault', { line: fault })} />}
      <DataTable
        caption={t('imports.reading.preview')}
        rows={rows}
        keyOf={({ line }) => String(line)}
        columns={[
          { key: 'line', label: t('imports.reading.line'), render: ({ line }) => line },
          ...header.slice(0, columnsShown).map((_, at) => ({
            key: String(at),
            label: titleOf(at),
            render: ({ cells }: Beginning['rows'][number]) => (cells[at] ?? '').slice(0, 80),
          })),
        ]}
        empty={{ title: t('imports.reading.noRows') }}
      />
      <form method="post" noValidate>
        <FieldRow>
          <SelectField
            name="encoding"
            label={t('imports.reading.encoding')}
            choices={encodings.map((value) => ({ value, label: t(`imports.reading.encodings.${value}`) }))}
            defaultValue={shown.encoding}
            required
          />
          <SelectField
            name="separator"
            label={t('imports.reading.separator')}
            choices={separatorNames.map((value) => ({ value, label: t(`imports.reading.separators.${value}`) }))}
            defaultValue={shown.separator}
            required
          />
        </FieldRow>
        <Check name="hasHeader" label={t('imports.reading.hasHeader')} defaultChecked={shown.hasHeader} />
        <Button name="intent" value="reread" kind="quiet">
          {t('imports.reading.reread')}
        </Button>
      </form>
    </Section>
  )
}
