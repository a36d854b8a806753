import { pictureMark } from '#emails/picture-mark.ts'

/** What the toolbar of the editor puts into a text. Pure: what stands there and is selected in, what is to be written out. */
export const insertions = [
  'heading',
  'bold',
  'list',
  'link',
  'button',
  'quotation',
  'count',
  'name',
  'department',
  'signature',
] as const
export type Insertion = (typeof insertions)[number]

/** What a name comes after: nothing of the same sentence, a greeting, thanks, “dear”, or anything else. */
type Before = 'nothing' | 'hello' | 'thanks' | 'dear' | 'else'

export interface Selected {
  value: string
  start: number
  end: number
}

export interface Edit {
  from: number
  to: number
  text: string
  /** What is selected afterwards, for the next words to replace it. */
  select: [number, number]
}

/** Words that stand where the writer's own will. */
export interface Words {
  heading: string
  bold: string
  item: string
  link: string
  button: string
  quotation: string
  somewhere: string
  /** What stands for a name that nobody knows, by what stands before it. */
  reader: Record<Before, string>
}

/** Replaces what is selected by `before`, the words, `after`; the words end up selected. */
function wrapped({ start, end, value }: Selected, [before, after]: [string, string], words: string): Edit {
  const inner = value.slice(start, end) || words
  const at = start + before.length
  return { from: start, to: end, text: before + inner + after, select: [at, at + inner.length] }
}

/** A block stands alone: empty lines before and after it, none doubled. */
function standing({ value, start, end }: Selected, block: string, within: [number, number]): Edit {
  const [head, tail] = [value.slice(0, start), value.slice(end)]
  const before = head === '' || head.endsWith('\n\n') ? '' : head.endsWith('\n') ? '\n' : '\n\n'
  const after = tail === '' || tail.startsWith('\n\n') ? '' : tail.startsWith('\n') ? '\n' : '\n\n'
  const at = start + before.length
  return { from: start, to: end, text: before + block + after, select: [at + within[0], at + within[1]] }
}

function block(selected: Selected, [before, after]: [string, string], words: string): Edit {
  const inner =
    selected.value
      .slice(selected.start, selected.end)
      .trim()
      .replace(/\s*\n\s*/g, ' ') || words
  return standing(selected, before + inner + after, [before.length, before.length + inner.length])
}

function lines(selected: Selected, sign: string, words: string): Edit {
  const chosen = selected.value.slice(selected.start, selected.end).trim()
  const text = (chosen === '' ? [words] : chosen.split('\n').filter((line) => line.trim() !== ''))
    .map((line) => `${sign}${line.trim()}`)
    .join('\n')
  return standing(selected, text, [sign.length, text.length])
}

const address = 'https://'

/** A link: its words are kept, its address is asked for. */
function link(selected: Selected, [before, words]: [string, string], alone: boolean): Edit {
  const inner =
    selected.value
      .slice(selected.start, selected.end)
      .trim()
      .replace(/\s*\n\s*/g, ' ') || words
  const text = `[${before}${inner}](${address})`
  const within: [number, number] = [text.length - 1 - address.length, text.length - 1]
  if (alone) return standing(selected, text, within)
  const { start: from, end: to } = selected
  return { from, to, text, select: [from + within[0], from + within[1]] }
}

export function insertionFor(kind: Insertion, selected: Selected, words: Words): Edit {
  switch (kind) {
    case 'heading':
      return block(selected, ['## ', ''], words.heading)
    case 'bold':
      return wrapped(selected, ['**', '**'], words.bold)
    case 'list':
      return lines(selected, '- ', words.item)
    case 'quotation':
      return lines(selected, '> ', words.quotation)
    case 'link':
      return link(selected, ['', words.link], false)
    case 'button':
      return link(selected, ['button: ', words.button], true)
    case 'count':
      return atCaret(selected, '{{count}}')
    case 'name':
      return fieldAt(selected, 'name', words.reader[whatIsBefore(selected)])
    case 'department':
      return fieldAt(selected, 'department', words.somewhere)
    case 'signature':
      return standing(selected, '{{signature}}', [13, 13])
  }
}

/** The sentence of a witness, by the number of the testimony. */
export const insertQuote = (selected: Selected, id: string): Edit => {
  const text = `{{quote:${id}}}`
  return standing(selected, text, [text.length, text.length])
}

/** A picture, with what it shows: the words are selected, to say what it says here. */
export const insertPicture = (selected: Selected, { id, words }: { id: string; words: string }): Edit => {
  const text = pictureMark(id, words)
  return standing(selected, text, [2, text.indexOf('](media:')])
}

const atCaret = ({ end }: Selected, text: string): Edit => ({
  from: end,
  to: end,
  text,
  select: [end + text.length, end + text.length],
})

/** The end of a text, with nothing of a sentence in it but marks. */
const opening = /(?:^|\n|[.!?…]\s)[\s#>*_\-–—«“"(]*$/u
const said = (words: string) => new RegExp(`(?:^|[^\\p{L}])(?:${words})[\\s,*_]*$`, 'iu')
const befores = [
  ['hello', said('bonjour|bonsoir|salut|coucou|hello|hi|hey|good (?:morning|afternoon|evening)')],
  ['thanks', said('merci|bienvenue|thanks|thank you|welcome')],
  ['dear', said('cher|chère|dear')],
  ['nothing', opening],
] as const

/** Longer than any of these words. */
const readBack = 40

function whatIsBefore({ value, end }: Selected): Before {
  const head = value.slice(0, end).slice(-readBack)
  return befores.find(([, pattern]) => pattern.test(head))?.[0] ?? 'else'
}

/** The fallback is selected: it is the writer's to choose. A word that it would touch is kept apart. */
function fieldAt({ value, end }: Selected, name: string, fallback: string): Edit {
  const before = /[\p{L}\p{N},;:.!?…»)]$/u.test(value.slice(0, end)) ? ' ' : ''
  const after = /^[\p{L}\p{N}]/u.test(value.slice(end)) ? ' ' : ''
  const at = end + before.length + name.length + 3
  return {
    from: end,
    to: end,
    text: `${before}{{${name}|${fallback}}}${after}`,
    select: [at, at + fallback.length],
  }
}
