/**
 * Records as a person writes them in one field: a line `name: value` for each part, an empty line between two records. What goes
 * on in another line of the same part is indented by two blanks.
 */
export type RowText = Record<string, string>

const indent = '  '

/** Records as text, so that `readRows` gives them back. Parts that are empty are left out, except in a record that has nothing else. */
export const writeRows = (rows: readonly RowText[], names: readonly string[]): string =>
  rows
    .map((row) => {
      const said = names.filter((name) => row[name])
      return (said.length > 0 ? said : names.slice(0, 1))
        .map((name) => `${name}: ${(row[name] ?? '').split('\n').join(`\n${indent}`)}`.trimEnd())
        .join('\n')
    })
    .join('\n\n')

/** What a person wrote, as records. A line that begins with no known name belongs to the part before; before any it is given to the first name. */
export function readRows(text: string, names: readonly string[]): RowText[] {
  const rows: RowText[] = []
  let row: RowText | null = null
  let name = names[0] ?? ''
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const begun = names.find((one) => line.startsWith(`${one}:`))
    const goesOn = line.startsWith(indent)
    if (begun === undefined && !goesOn && line.trim() === '') row = null
    else if (row === null && line.trim() === '') continue
    else if (begun === undefined && row) row[name] = `${row[name] ?? ''}\n${goesOn ? line.slice(indent.length) : line}`
    else {
      name = begun ?? names[0] ?? ''
      const value = begun === undefined ? line : line.slice(begun.length + 1)
      if (row && name in row) row = null
      if (row === null) rows.push((row = {}))
      row[name] = value.trimStart()
    }
  }
  return rows.map((one) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value.trim()])))
}
