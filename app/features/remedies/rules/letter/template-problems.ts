import { isRule } from '#app/features/remedies/rules/deadlines/time-rules.ts'
import type { LetterContent, LetterDeadline, LetterField } from '#app/features/remedies/schema.ts'
import { fieldOf } from './due-days.ts'
import { conditionIn, parseTemplate, piecesOf, type Piece, type TemplateNode } from './template.ts'
import { choicesOf } from './typed.ts'

/** What an author got wrong, as a code that may name what it is about, and the field of the desk where it is put right. */
interface TemplateProblem {
  at: 'fr.addressee' | 'fr.subject' | 'fr.body' | 'en.addressee' | 'fields' | 'deadlines'
  code: string
}

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

const valuesOf = (choices: string): string[] => choicesOf(choices).map(({ value }) => value)

const offers = (fields: readonly LetterField[], { field, value }: Condition): boolean =>
  fields.some(({ name, choicesFr }) => name === field && value !== null && valuesOf(choicesFr).includes(value))

interface Asked {
  problems: readonly string[]
  pieces: readonly Piece[]
  conditions: readonly Condition[]
}

function read(template: string): Asked {
  const { nodes, problems } = parseTemplate(template)
  return { problems, ...used(nodes) }
}

/** A subject is one line: nothing in it has a condition. */
const readLine = (line: string): Asked => ({
  problems: line.includes('[[') ? [`bad-tag:${line}`] : [],
  pieces: piecesOf(line),
  conditions: [],
})

function codesOf({ problems, pieces, conditions }: Asked, fields: readonly LetterField[]): string[] {
  const names = fields.map(({ name }) => name)
  const asked = pieces.flatMap((piece) => ('field' in piece ? [piece.field] : []))
  const unknown = [...asked, ...conditions.map(({ field }) => field)].filter((name) => !names.includes(name))
  return [
    ...problems,
    ...[...new Set(unknown)].map((name) => `unknown-field:${name}`),
    ...conditions
      .filter((one) => one.value !== null && names.includes(one.field) && !offers(fields, one))
      .map(({ field, value }) => `unknown-choice:${field}=${value}`),
  ]
}

function fieldCodes(fields: readonly LetterField[]): string[] {
  const names = fields.map(({ name }) => name)
  const faults: readonly (readonly [string, (field: LetterField, at: number) => boolean])[] = [
    ['twice', ({ name }, at) => names.indexOf(name) !== at],
    ['choices-differ', ({ choicesFr, choicesEn }) => valuesOf(choicesFr).join() !== valuesOf(choicesEn).join()],
    ['no-choices', ({ as, choicesFr }) => (as === 'choice' || as === 'checks') && valuesOf(choicesFr).length === 0],
  ]
  return faults.flatMap(([code, isFault]) => fields.filter(isFault).map(({ name }) => `${code}:${name}`))
}

function deadlineCodes(fields: readonly LetterField[], { rule, from, when }: LetterDeadline): string[] {
  const condition = conditionIn(when)
  return [
    ...(isRule(rule) ? [] : [`unknown-rule:${rule}`]),
    ...(fields.some(({ name, as }) => name === fieldOf(from) && as === 'day') ? [] : [`deadline-from:${from}`]),
    ...(when === '' || (condition && offers(fields, condition)) ? [] : [`deadline-when:${when}`]),
  ]
}

/** What a letter cannot be sent without; a card has none of it. */
function emptyParts({ form, fr, en }: Pick<LetterContent, 'form' | 'fr' | 'en'>): TemplateProblem['at'][] {
  if (form === 'card') return []
  const parts = {
    'fr.addressee': fr.addressee,
    'fr.subject': fr.subject,
    'fr.body': fr.body,
    'en.addressee': en.addressee,
  } as const
  return (['fr.addressee', 'fr.subject', 'fr.body', 'en.addressee'] as const).filter((part) => parts[part] === '')
}

/**
 * What an author got wrong in a letter, in the order of the desk; none when all is well. Codes: `empty`, `unknown-field:name`,
 * `unknown-choice:name=value`, `twice:name`, `choices-differ:name` (French and English), `no-choices:name`, `unknown-rule:D-XX`,
 * `deadline-from:name`, `deadline-when:name=value`, and what the template itself says.
 */
export function templateProblems(letter: Pick<LetterContent, 'form' | 'fields' | 'deadlines' | 'fr' | 'en'>) {
  const { fields, deadlines, fr } = letter
  const at = (place: TemplateProblem['at'], codes: readonly string[]): TemplateProblem[] =>
    codes.map((code) => ({ at: place, code }))
  return [
    ...emptyParts(letter).flatMap((part) => at(part, ['empty'])),
    ...at('fr.addressee', codesOf(read(fr.addressee), fields)),
    ...at('fr.subject', codesOf(readLine(fr.subject), fields)),
    ...at('fr.body', codesOf(read(fr.body), fields)),
    ...at('fields', fieldCodes(fields)),
    ...deadlines.flatMap((deadline) => at('deadlines', deadlineCodes(fields, deadline))),
  ]
}
