import { z } from 'zod'
import type { SheetField } from './form.ts'
import { readRows, writeRows, type RowText } from './rows.ts'
import { sheetJson, type SheetJson } from './schema.ts'

/** What stands in the fields of the desk, by the name of the field. */
export type TypedSheet = Record<string, string>

const tidy = (text: string) => text.normalize('NFC').replaceAll('\r\n', '\n').trim()
const records = z.array(z.record(z.string(), z.unknown()))

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** The value at a path of one step or two: `sources`, `fr.title`. */
function at(content: SheetJson, path: string): unknown {
  const [first = '', second] = path.split('.')
  const value = content[first]
  return second === undefined ? value : sheetJson.safeParse(value).data?.[second]
}

function textOf(value: unknown, field: SheetField): string {
  if (field.as === 'lines') return (z.array(z.string()).safeParse(value).data ?? []).join('\n')
  if (field.as !== 'rows') return asText(value)
  const rows = (records.safeParse(value).data ?? []).map((row): RowText =>
    Object.fromEntries(Object.entries(row).map(([name, part]) => [name, asText(part)])),
  )
  return writeRows(
    rows,
    field.columns.map(({ name }) => name),
  )
}

/** A content as the fields show it. */
export const typedOf = (content: SheetJson, fields: readonly SheetField[]): TypedSheet =>
  Object.fromEntries(fields.map((field) => [field.name, textOf(at(content, field.name), field)]))

type Rows = Extract<SheetField, { as: 'rows' }>

const recordOf = (row: RowText, { columns }: Rows): SheetJson =>
  Object.fromEntries(columns.map(({ name, as }) => [name, as === 'flag' ? row[name] === 'true' : (row[name] ?? '')]))

function valueOf(typed: string, field: SheetField): SheetJson[string] {
  const text = tidy(typed)
  if (field.as === 'number') return /^-?\d{1,9}$/.test(text) ? Number(text) : text
  if (field.as === 'lines')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  if (field.as !== 'rows') return text
  return readRows(
    text,
    field.columns.map(({ name }) => name),
  )
    .slice(0, field.most + 1)
    .map((row) => recordOf(row, field))
}

/** What was typed as the content it means, complete or not: its schema says what is missing. */
export function contentOf(typed: TypedSheet, fields: readonly SheetField[]): SheetJson {
  const content: SheetJson = {}
  for (const field of fields) {
    const value = valueOf(typed[field.name] ?? '', field)
    const [first = '', second] = field.name.split('.')
    if (second === undefined) content[first] = value
    else content[first] = { ...sheetJson.safeParse(content[first]).data, [second]: value }
  }
  return content
}
