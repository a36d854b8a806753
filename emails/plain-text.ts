const lineLength = 72

/**
 * Lines of at most 72 characters, broken at plain spaces only: an address is never cut, and
 * the no-break spaces of French typography hold. `first` and `rest` open the lines.
 */
export function wrap(text: string, { first = '', rest = first }: { first?: string; rest?: string } = {}): string {
  const lines: string[] = []
  const lead = () => (lines.length === 0 ? first : rest)
  for (const written of text.split('\n')) {
    let line = ''
    for (const word of written.split(/[ \t]+/).filter(Boolean)) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && lead().length + longer.length > lineLength) {
        lines.push(lead() + line)
        line = word
      } else line = longer
    }
    lines.push((lead() + line).trimEnd())
  }
  return lines.join('\n')
}

/** A title and the line under it. */
export function underline(title: string, stroke: '=' | '-'): string {
  const lines = wrap(title)
  const width = Math.max(...lines.split('\n').map((line) => line.length))
  return `${lines}\n${stroke.repeat(Math.min(width, lineLength))}`
}

const isRule = (line: string) => /^[=*\- ]+$/.test(line)
const stands = (line: string) => line === '' || isRule(line) || line.startsWith('http')

/** The words of a plain letter for a page: lines that were broken are whole again, and the page breaks them where it has to. */
export function unwrap(text: string): string {
  const lines: string[] = []
  for (const line of text.split('\n').filter((each) => !/^=+$/.test(each))) {
    const before = lines.at(-1)
    if (before === undefined || stands(line) || stands(before)) lines.push(line)
    else lines[lines.length - 1] = `${before} ${line}`
  }
  return lines.join('\n').trim()
}
