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
