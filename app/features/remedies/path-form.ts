import type { SheetChoice, SheetField, SheetForm } from '#app/features/sheets/form.ts'
import { pathContent, treeSlug, type PathContent } from './path.ts'
import { ruleNames } from './rule-names.ts'
import { ruleIds } from './rules/deadlines/time-rules.ts'

const rules: readonly SheetChoice[] = [
  { value: '', label: 'deadlines.desk.noRule' },
  ...ruleIds.map((id): SheetChoice => ({ value: id, label: ruleNames[id] })),
]

const startHint = 'deadlines.desk.startHint'

const words: readonly SheetField[] = [
  { name: 'fr.title', as: 'line', label: 'deadlines.desk.titleFr' },
  { name: 'fr.start', as: 'line', label: 'deadlines.desk.startFr', hint: startHint, optional: true },
  { name: 'fr.text', as: 'text', label: 'deadlines.desk.textFr' },
  { name: 'fr.silence', as: 'text', label: 'deadlines.desk.silenceFr', optional: true, rows: 3 },
  { name: 'en.title', as: 'line', label: 'deadlines.desk.titleEn' },
  { name: 'en.start', as: 'line', label: 'deadlines.desk.startEn', hint: startHint, optional: true },
  { name: 'en.text', as: 'text', label: 'deadlines.desk.textEn' },
  { name: 'en.silence', as: 'text', label: 'deadlines.desk.silenceEn', optional: true, rows: 3 },
]

const tree: readonly SheetField[] = [
  {
    name: 'steps',
    as: 'rows',
    label: 'deadlines.desk.steps',
    hint: 'deadlines.desk.stepsHint',
    most: 60,
    columns: [
      { name: 'id', as: 'line', label: 'deadlines.desk.id' },
      { name: 'fr', as: 'line', label: 'deadlines.desk.titleFr' },
      { name: 'en', as: 'line', label: 'deadlines.desk.titleEn' },
      { name: 'textFr', as: 'text', label: 'deadlines.desk.textFr' },
      { name: 'textEn', as: 'text', label: 'deadlines.desk.textEn' },
      { name: 'letters', as: 'line', label: 'deadlines.desk.letters' },
      { name: 'rules', as: 'line', label: 'deadlines.desk.rules' },
    ],
  },
  {
    name: 'answers',
    as: 'rows',
    label: 'deadlines.desk.answers',
    hint: 'deadlines.desk.answersHint',
    most: 120,
    columns: [
      { name: 'at', as: 'line', label: 'deadlines.desk.at' },
      { name: 'fr', as: 'line', label: 'deadlines.desk.titleFr' },
      { name: 'en', as: 'line', label: 'deadlines.desk.titleEn' },
      { name: 'to', as: 'line', label: 'deadlines.desk.to' },
    ],
  },
]

/** Rules of time in words, the tree of questions, and notes on counting. */
export const pathForm: SheetForm<PathContent> = {
  kind: 'path',
  content: pathContent,
  fields: [
    { name: 'rule', as: 'choice', label: 'deadlines.desk.rule', hint: 'deadlines.desk.ruleHint', choices: rules },
    ...words,
    {
      name: 'letters',
      as: 'lines',
      label: 'deadlines.desk.letters',
      hint: 'deadlines.desk.lettersHint',
      optional: true,
    },
    {
      name: 'sources',
      as: 'rows',
      label: 'deadlines.desk.sources',
      most: 12,
      columns: [
        { name: 'text', as: 'line', label: 'deadlines.desk.source' },
        { name: 'url', as: 'url', label: 'deadlines.desk.url' },
      ],
    },
    ...tree,
  ],
  title: (content, locale) => content[locale].title,
  path: (slug) => (slug === treeSlug ? 'remedies' : 'remedies/deadlines'),
}
