import type { LetterContent } from '#app/features/remedies/schema.ts'
import { fieldOf } from './due-days.ts'
import { parseTemplate, piecesOf, type Piece, type TemplateNode } from './template.ts'
import { choicesOf } from './typed.ts'

interface Condition {
  field: string
  value: string | null
}

function used(nodes: readonly TemplateNode[]): { pieces: Piece[]; conditions: Condition[] } {
  const found = nodes.map((node) => {
    if (node.kind === 'blank') return { pieces: [], conditions: [] }
    if (node.kind === 'line') return { pieces: node.pieces, conditions: [] }
    const { pieces, conditions } = used([...node.holds, ...node.otherwise])
    return { pieces, conditions: [{ field: node.field, value: node.value }, ...conditions] }
  })
  return { pieces: found.flatMap(({ pieces }) => pieces), conditions: found.flatMap(({ conditions }) => conditions) }
}

/**
 * What an author got wrong in the words of a letter, as codes; none when all is well: `unknown-field:name`, `unknown-choice:name=value`,
 * `twice:name`, `choices-differ:name` (French and English), `deadline-from:name`, and what the template itself says.
 */
export function templateProblems(letter: Pick<LetterContent, 'fields' | 'deadlines' | 'fr'>): string[] {
  const templates = [letter.fr.addressee, letter.fr.body].map(parseTemplate)
  const { pieces, conditions } = used(templates.flatMap(({ nodes }) => nodes))
  const names = letter.fields.map(({ name }) => name)
  const choices = new Map(
    letter.fields.map(({ name, choicesFr }) => [name, choicesOf(choicesFr).map(({ value }) => value)]),
  )
  const asked = [...piecesOf(letter.fr.subject), ...pieces].flatMap((piece) => ('field' in piece ? [piece.field] : []))
  const unknown = [...asked, ...conditions.map(({ field }) => field)].filter((name) => !names.includes(name))
  return [
    ...templates.flatMap(({ problems }) => problems),
    ...[...new Set(unknown)].map((name) => `unknown-field:${name}`),
    ...conditions
      .filter(({ field, value }) => value !== null && names.includes(field) && !choices.get(field)?.includes(value))
      .map(({ field, value }) => `unknown-choice:${field}=${value}`),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `twice:${name}`),
    ...letter.fields
      .filter(
        ({ name, choicesEn }) =>
          choicesOf(choicesEn)
            .map(({ value }) => value)
            .join() !== choices.get(name)?.join(),
      )
      .map(({ name }) => `choices-differ:${name}`),
    ...letter.deadlines
      .filter(({ from }) => !letter.fields.some(({ name, as }) => name === fieldOf(from) && as === 'day'))
      .map(({ from }) => `deadline-from:${from}`),
  ]
}
