/** What stands in a line: words of the letter, or the name of a field that somebody types. */
export type Piece = { text: string } | { field: string }

export type TemplateNode =
  | { kind: 'line'; mark: Mark; pieces: Piece[] }
  | { kind: 'blank' }
  | { kind: 'if'; field: string; value: string | null; holds: TemplateNode[]; otherwise: TemplateNode[] }

/** How a line begins: an item of a numbered list with its number, an item of another list, or neither. */
export type Mark = number | '-' | null

export interface Template {
  nodes: TemplateNode[]
  /** What an author did wrong, as codes: `end-without-if`, `else-without-if`, `unclosed-if`, `bad-tag:[[fi x]]`. */
  problems: string[]
}

const tag = /^\[\[\s*(if|else|end)\b\s*([^\]]*?)\s*\]\]$/
const condition = /^([a-z][A-Za-z0-9]{0,39})(?:\s*=\s*(\S+))?$/
const item = /^(?:(\d{1,2})\.|-)\s+(.*)$/

/** `name`, or `name=value`; `null` when it is neither. */
export function conditionIn(words: string): { field: string; value: string | null } | null {
  const [, field, value] = condition.exec(words) ?? []
  return field === undefined ? null : { field, value: value ?? null }
}

/** Words and `{{names}}` of one line. Braces around anything else are words. */
export const piecesOf = (line: string): Piece[] =>
  line
    .split(/\{\{\s*([a-z][A-Za-z0-9]{0,39})\s*\}\}/)
    .map((part, at) => (at % 2 === 1 ? { field: part } : { text: part }))
    .filter((piece) => 'field' in piece || piece.text !== '')

function lineOf(line: string): TemplateNode {
  if (line === '') return { kind: 'blank' }
  const [, number, rest] = item.exec(line) ?? []
  if (rest === undefined) return { kind: 'line', mark: null, pieces: piecesOf(line) }
  return { kind: 'line', mark: number === undefined ? '-' : Number(number), pieces: piecesOf(rest) }
}

interface Open {
  condition: Extract<TemplateNode, { kind: 'if' }>
  isElse: boolean
}

/**
 * Reads the body of a letter: `{{name}}`, `[[if name]]`, `[[if name=value]]`, `[[else]]` and `[[end]]` on lines of their own. It never fails:
 * a tag that makes no sense stays in the letter as words, where its author sees it, and is among the problems.
 */
export function parseTemplate(source: string): Template {
  const nodes: TemplateNode[] = []
  const problems: string[] = []
  const open: Open[] = []
  const here = () => {
    const inner = open.at(-1)
    if (!inner) return nodes
    return inner.isElse ? inner.condition.otherwise : inner.condition.holds
  }
  for (const raw of source.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const line = raw.trim()
    const [, word, rest = ''] = tag.exec(line) ?? []
    const asked = conditionIn(rest)
    const inner = open.at(-1)
    if (word === 'if' && asked) {
      const node = { kind: 'if' as const, ...asked, holds: [], otherwise: [] }
      here().push(node)
      open.push({ condition: node, isElse: false })
    } else if (word === 'else' && inner && !inner.isElse) inner.isElse = true
    else if (word === 'end' && inner) open.pop()
    else {
      if (word === 'end' || word === 'else') problems.push(`${word}-without-if`)
      else if (line.includes('[[')) problems.push(`bad-tag:${line}`)
      here().push(lineOf(line))
    }
  }
  if (open.length > 0) problems.push('unclosed-if')
  return { nodes, problems }
}
