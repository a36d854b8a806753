/** UTF-16 offsets; `end` is the first character after it. */
export interface Span {
  start: number
  end: number
}

const bars = /\[\[[^[\]]*\]\]/g

/** Where bars (`[[a caseworker]]`) stand in a text, in order. */
export const barsOf = (text: string): Span[] =>
  [...text.matchAll(bars)].map(({ index, 0: bar }) => ({ start: index, end: index + bar.length }))

/** Words as a bar can hold them: in one line, without brackets. */
export const barWords = (typed: string): string => typed.replace(/[\s[\]]+/g, ' ').trim()

const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end

/** Without the blanks at its ends, and with the whole of each bar that it touches; `null` when nothing is left. */
export function wholeSpan(text: string, span: Span): Span | null {
  let { start, end } = span
  while (start < end && /\s/.test(text[start] ?? '')) start += 1
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1
  if (start >= end) return null
  for (const bar of barsOf(text))
    if (overlaps(bar, { start, end })) {
      if (bar.start < start) start = bar.start
      if (bar.end > end) end = bar.end
    }
  return { start, end }
}

/** Spans in their order, those that meet as one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && span.start < last.end) last.end = span.end > last.end ? span.end : last.end
    else result.push({ ...span })
  }
  return result
}

const beginsASentence = (text: string, at: number) =>
  /(?:^|[.!?…]["»”’)\s]*\s|\n\s*|[«“]\s*)$/.test(text.slice(at > 12 ? at - 12 : 0, at))
const capital = (words: string) => words.replace(/^./u, (first) => first.toUpperCase())
/** A bracket beside a bar would be read as one of its own. */
const blankBeside = (character: string | undefined) => (character === '[' || character === ']' ? ' ' : '')

export interface Replacing {
  spans: readonly Span[]
  words: string
  /** A content warning is read as it is written: neutral words stand there without a bar. */
  plain?: boolean
}

/** The text with neutral words in the place of each span; all around them it stays as it was. */
export function replaced(text: string, { spans, words, plain = false }: Replacing): string {
  const neutral = barWords(words)
  if (neutral === '') return text
  const whole = spans.flatMap((span) => wholeSpan(text, span) ?? [])
  let result = ''
  let from = 0
  for (const { start, end } of merged(whole)) {
    const said = beginsASentence(text, start) ? capital(neutral) : neutral
    const before = start === from && from > 0 ? ']' : text[start - 1]
    result += text.slice(from, start)
    result += plain ? said : `${blankBeside(before)}[[${said}]]${blankBeside(text[end])}`
    from = end
  }
  return result + text.slice(from)
}

const pattern = (words: string) =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('\\s+')

/** Where the same words stand, in whatever case, alone and not within a bar. */
export function sameWords(text: string, words: string): Span[] {
  if (words.trim() === '') return []
  const covered = barsOf(text)
  const look = new RegExp(`(?<![\\p{L}\\p{N}])${pattern(words)}(?![\\p{L}\\p{N}])`, 'giu')
  return [...text.matchAll(look)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
    .filter((span) => !covered.some((bar) => overlaps(bar, span)))
}

/** The word at a place of the text, the bar there, or nothing. */
export function wordAt(text: string, at: number): Span | null {
  const bar = barsOf(text).find(({ start, end }) => start <= at && at <= end)
  if (bar) return bar
  const before = /[\p{L}\p{N}’'-]*$/u.exec(text.slice(at > 80 ? at - 80 : 0, at))?.[0].length ?? 0
  const after = /^[\p{L}\p{N}’'-]*/u.exec(text.slice(at, at + 80))?.[0].length ?? 0
  return before + after === 0 ? null : { start: at - before, end: at + after }
}
