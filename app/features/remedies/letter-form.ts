import type { SheetField, SheetForm } from '#app/features/sheets/form.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { templateProblems } from './rules/letter/template-problems.ts'
import { letterContent, letterFieldKinds, letterSituations, type LetterContent } from './schema.ts'

const words: readonly SheetField[] = [
  { name: 'fr.title', as: 'line', label: 'remedies.desk.titleFr' },
  { name: 'en.title', as: 'line', label: 'remedies.desk.titleEn' },
  { name: 'fr.purpose', as: 'text', label: 'remedies.desk.purposeFr' },
  { name: 'en.purpose', as: 'text', label: 'remedies.desk.purposeEn' },
  {
    name: 'fr.addressee',
    as: 'text',
    label: 'remedies.desk.addresseeFr',
    hint: 'remedies.desk.addresseeHint',
    optional: true,
  },
  { name: 'en.addressee', as: 'text', label: 'remedies.desk.addresseeEn', optional: true },
  { name: 'fr.subject', as: 'line', label: 'remedies.desk.subject', optional: true },
  {
    name: 'fr.body',
    as: 'text',
    label: 'remedies.desk.body',
    hint: 'remedies.desk.bodyHint',
    optional: true,
    rows: 30,
  },
  { name: 'en.explanation', as: 'text', label: 'remedies.desk.explanation', rows: 20 },
  { name: 'fr.after', as: 'text', label: 'remedies.desk.afterFr' },
  { name: 'en.after', as: 'text', label: 'remedies.desk.afterEn' },
]

const typed: SheetField = {
  name: 'fields',
  as: 'rows',
  label: 'remedies.desk.fields',
  hint: 'remedies.desk.fieldsHint',
  most: 40,
  columns: [
    { name: 'name', as: 'line', label: 'remedies.desk.fieldName' },
    {
      name: 'as',
      as: 'choice',
      label: 'remedies.desk.fieldKind',
      choices: letterFieldKinds.map((value) => ({ value, label: `remedies.kinds.${value}` as const })),
    },
    { name: 'labelFr', as: 'line', label: 'remedies.desk.labelFr' },
    { name: 'labelEn', as: 'line', label: 'remedies.desk.labelEn' },
    { name: 'hintFr', as: 'text', label: 'remedies.desk.hintFr', optional: true },
    { name: 'hintEn', as: 'text', label: 'remedies.desk.hintEn', optional: true },
    { name: 'choicesFr', as: 'text', label: 'remedies.desk.choicesFr', optional: true },
    { name: 'choicesEn', as: 'text', label: 'remedies.desk.choicesEn', optional: true },
    { name: 'optional', as: 'flag', label: 'remedies.desk.optional' },
  ],
}

const around: readonly SheetField[] = [
  {
    name: 'enclosures',
    as: 'rows',
    label: 'remedies.desk.enclosures',
    most: 12,
    columns: [
      { name: 'fr', as: 'line', label: 'remedies.desk.inFrench' },
      { name: 'en', as: 'line', label: 'remedies.desk.inEnglish' },
    ],
  },
  {
    name: 'deadlines',
    as: 'rows',
    label: 'remedies.desk.deadlines',
    hint: 'remedies.desk.deadlinesHint',
    most: 8,
    columns: [
      { name: 'rule', as: 'line', label: 'remedies.desk.rule' },
      { name: 'from', as: 'line', label: 'remedies.desk.from' },
      { name: 'when', as: 'line', label: 'remedies.desk.when', optional: true },
      { name: 'fr', as: 'line', label: 'remedies.desk.inFrench' },
      { name: 'en', as: 'line', label: 'remedies.desk.inEnglish' },
    ],
  },
  { name: 'law', as: 'lines', label: 'remedies.desk.law', hint: 'remedies.desk.lawHint', optional: true },
  { name: 'next', as: 'lines', label: 'remedies.desk.next', hint: 'remedies.desk.nextHint', optional: true },
]

/** In which words the mistakes of a letter are told. */
const mistakes: Readonly<Record<string, MessageKey>> = {
  empty: 'remedies.errors.empty',
  'unknown-field': 'remedies.errors.unknownField',
  'unknown-choice': 'remedies.errors.unknownChoice',
  'unclosed-if': 'remedies.errors.unclosed',
  'end-without-if': 'remedies.errors.stray',
  'else-without-if': 'remedies.errors.stray',
  'bad-tag': 'remedies.errors.badTag',
  twice: 'remedies.errors.twice',
  'choices-differ': 'remedies.errors.choicesDiffer',
  'no-choices': 'remedies.errors.noChoices',
  'unknown-rule': 'remedies.errors.unknownRule',
  'deadline-from': 'remedies.errors.deadlineFrom',
  'deadline-when': 'remedies.errors.deadlineWhen',
}

/** What a letter must not be published with: a passage that never ends would take the rest of it away. The first of each field. */
function mistakesIn(letter: LetterContent): Record<string, MessageKey> {
  const found: Record<string, MessageKey> = {}
  for (const { at, code } of templateProblems(letter)) {
    const problem = mistakes[code.split(':')[0] ?? '']
    if (problem) found[at] ??= problem
  }
  return found
}

/** How the team writes a letter: its French words, what to type, what stands beside. */
export const letterForm: SheetForm<LetterContent> = {
  kind: 'letter',
  content: letterContent,
  fields: [
    { name: 'code', as: 'line', label: 'remedies.desk.letterCode' },
    {
      name: 'form',
      as: 'choice',
      label: 'remedies.desk.form',
      choices: [
        { value: 'letter', label: 'remedies.forms.letter' },
        { value: 'card', label: 'remedies.forms.card' },
      ],
    },
    {
      name: 'situation',
      as: 'choice',
      label: 'remedies.desk.situation',
      choices: letterSituations.map((value) => ({ value, label: `remedies.situations.${value}` as const })),
    },
    ...words,
    typed,
    ...around,
  ],
  title: (content, locale) => content[locale].title,
  path: (slug) => `remedies/${slug}`,
  check: mistakesIn,
}
