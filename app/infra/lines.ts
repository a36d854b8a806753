/**
 * The lines of what is piped in, without their ends (LF or CRLF) and without the byte-order mark some editors write
 * first. Nothing else ends a line: a JSON string may hold U+2028, and a carriage return alone belongs to whoever wrote it.
 * What is no UTF-8 arrives as U+FFFD.
 */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding('utf8')
  let held: string[] = []
  let first = true
  const finish = (rest: string): string => {
    const whole = held.length === 0 ? rest : held.join('') + rest
    held = []
    const line = first ? whole.replace(/^\uFEFF/, '') : whole
    first = false
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
  for await (const chunk of input) {
    const text = String(chunk)
    let from = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      yield finish(text.slice(from, end))
      from = end + 1
    }
    if (from < text.length) held.push(text.slice(from))
  }
  if (held.length > 0) yield finish('')
}
