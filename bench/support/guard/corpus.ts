import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findIdentifiers } from '#app/features/testimonies/guard/find-identifiers.ts'
import { findingTypes, type Finding, type FindingType } from '#app/features/testimonies/guard/finding.ts'

interface Label {
  type: FindingType
  /** `{type?|…}`: may be found or not. */
  optional: boolean
  start: number
  end: number
}
export interface Sentence {
  where: string
  text: string
  labels: Label[]
}

export const stopTypes = new Set<FindingType>(['nir', 'iban', 'rib', 'phone', 'email'])

/** `Write to {email|camille@example.org}.`; ⏎ is a line break. */
function sentence(line: string, where: string): Sentence {
  const labels: Label[] = []
  let text = ''
  let from = 0
  for (const match of line.matchAll(/\{([a-z-]+)(\?)?\|([^}]*)\}/g)) {
    const type = findingTypes.find((one) => one === match[1])
    if (!type) throw new Error(`${where}: ${match[1]} is no type`)
    text += line.slice(from, match.index)
    labels.push({
      type,
      optional: match[2] === '?',
      start: text.length,
      end: text.length + (match[3] ?? '').trimEnd().length,
    })
    text += match[3] ?? ''
    from = match.index + match[0].length
  }
  return { where, text: text + line.slice(from), labels }
}

const folder = path.resolve(import.meta.dirname, '../../../app/features/testimonies/guard/corpus')

const read = (name: string): Sentence[] =>
  readFileSync(path.join(folder, `${name}.txt`), 'utf8')
    .split('\n')
    .map((line, place) => ({ line, where: `${name}:${place + 1}` }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'))
    .map(({ line, where }) => sentence(line.replaceAll('⏎', '\n'), where))

const meets = (one: { start: number; end: number }, other: { start: number; end: number }) =>
  one.start < other.end && other.start < one.end

/** Of what must stop every character is to go; of the rest it is enough to be pointed at. */
const isFound = (label: Label, found: Finding[]) =>
  found.some(
    (finding) =>
      finding.type === label.type &&
      (stopTypes.has(label.type)
        ? finding.severity === 'stop' && finding.start <= label.start && finding.end >= label.end
        : meets(finding, label)),
  )

export interface Figures {
  labelled: number
  found: number
  said: number
  right: number
  mistakes: string[]
}

const nothing = (): Figures => ({ labelled: 0, found: 0, said: 0, right: 0, mistakes: [] })
export const recall = ({ labelled, found }: Figures) => (labelled === 0 ? 1 : found / labelled)
export const precision = ({ said, right }: Figures) => (said === 0 ? 1 : right / said)

function add(figures: Figures, { where, text, labels }: Sentence, of: (type: FindingType) => boolean): void {
  const findings = findIdentifiers(text)
  for (const label of labels.filter(({ type, optional }) => of(type) && !optional)) {
    figures.labelled += 1
    if (isFound(label, findings)) figures.found += 1
    else figures.mistakes.push(`missed  ${where} ${label.type}: ${text}`)
  }
  for (const finding of findings.filter(({ type }) => of(type))) {
    figures.said += 1
    if (labels.some((label) => label.type === finding.type && meets(label, finding))) figures.right += 1
    else figures.mistakes.push(`false   ${where} ${finding.type} “${text.slice(finding.start, finding.end)}”: ${text}`)
  }
}

export function measure(sentences: Sentence[], of: (type: FindingType) => boolean): Figures {
  const figures = nothing()
  for (const one of sentences) add(figures, one, of)
  return figures
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** A line for each kind, for `GUARD_FIGURES=1 npx vitest run …`. */
export function figureTable(sentences: Sentence[]): string {
  const rows = [
    ['stop', measure(sentences, (type) => stopTypes.has(type))] as const,
    ['all', measure(sentences, () => true)] as const,
    ...findingTypes.map((type) => [type, measure(sentences, (one) => one === type)] as const),
  ]
  return rows
    .map(
      ([name, figures]) =>
        `${name.padEnd(12)} ${String(figures.labelled).padStart(4)} recall ${percent(recall(figures)).padStart(7)}  precision ${percent(precision(figures)).padStart(7)}`,
    )
    .join('\n')
}

/** The part the rules were written with, and the part that was written before their first figures and is not tuned on. */
const tuned = ['tuned.fr', 'tuned.en', 'tuned.more', 'false-friends'].flatMap(read)
const heldOut = read('held-out')
/** A second corpus in three voices, by somebody who had not read the rules: what they were mended with, and what they were not. */
const threeVoices = read('three-voices')
const threeVoicesHeldOut = read('three-voices-held-out')

export const parts: [string, Sentence[]][] = [
  ['tuned', tuned],
  ['held out', heldOut],
  ['three voices', threeVoices],
  ['three voices, held out', threeVoicesHeldOut],
]
