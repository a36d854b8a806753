/** The rows of a counts file: what is counted, and how many. */
export function countsIn(csv: string): { key: string; confirmed: string }[] {
  const [header, ...lines] = csv.replace(/\r\n$/, '').split('\r\n')
  if (header !== 'key,confirmed') throw new Error(`not a counts file: ${header}`)
  return lines.map((line) => {
    const comma = line.lastIndexOf(',')
    return { key: line.slice(0, comma), confirmed: line.slice(comma + 1) }
  })
}

export const sumOf = (rows: readonly { confirmed: string }[]): number =>
  rows.reduce((sum, { confirmed }) => sum + Number(confirmed), 0)
