import type { SheetField, SheetForm } from '#app/features/sheets/form.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { answerKinds, claimContent, claimStates, stages, systemContent, witnessSystems } from './schema/content.ts'
import type { ClaimContent, SystemContent } from './schema/content.ts'

const choices = <V extends string>(values: readonly V[], label: (value: V) => MessageKey) =>
  values.map((value) => ({ value, label: label(value) }))

const wordsIn = (language: 'fr' | 'en'): SheetField[] => [
  { name: `${language}.title`, as: 'line', label: `claims.fields.${language}.title` },
  {
    name: `${language}.saidBy`,
    as: 'line',
    label: `claims.fields.${language}.saidBy`,
    hint: 'claims.fields.saidByHint',
    optional: true,
  },
  { name: `${language}.body`, as: 'text', label: `claims.fields.${language}.body`, rows: 8 },
  { name: `${language}.source`, as: 'line', label: `claims.fields.${language}.source` },
  { name: `${language}.answerTitle`, as: 'line', label: `claims.fields.${language}.answerTitle`, optional: true },
  { name: `${language}.answer`, as: 'text', label: `claims.fields.${language}.answer`, rows: 8, optional: true },
  { name: `${language}.answerSource`, as: 'line', label: `claims.fields.${language}.answerSource`, optional: true },
]

const letters: SheetField = {
  name: 'letters',
  as: 'rows',
  label: 'claims.fields.letters',
  hint: 'claims.fields.lettersHint',
  most: 8,
  columns: [
    { name: 'letter', as: 'line', label: 'claims.fields.letter' },
    { name: 'fr', as: 'line', label: 'claims.fields.inFrench' },
    { name: 'en', as: 'line', label: 'claims.fields.inEnglish' },
  ],
}

/** A claim and the answer to it, at one desk: neither is published without the other. */
export const claimForm: SheetForm<ClaimContent> = {
  kind: 'claim',
  content: claimContent,
  fields: [
    ...wordsIn('fr'),
    ...wordsIn('en'),
    {
      name: 'state',
      as: 'choice',
      label: 'claims.fields.state',
      choices: choices(claimStates, (state) => `claims.states.${state}`),
    },
    { name: 'sourceUrl', as: 'url', label: 'claims.fields.sourceUrl' },
    { name: 'seenOn', as: 'day', label: 'claims.fields.seenOn' },
    {
      name: 'answerKind',
      as: 'choice',
      label: 'claims.fields.answerKind',
      hint: 'claims.fields.answerKindHint',
      choices: choices(answerKinds, (kind) => `claims.answerKinds.${kind}`),
    },
    { name: 'answerUrl', as: 'url', label: 'claims.fields.answerUrl', optional: true },
    {
      name: 'soughtOn',
      as: 'day',
      label: 'claims.fields.soughtOn',
      hint: 'claims.fields.soughtOnHint',
      optional: true,
    },
    { name: 'copyHash', as: 'line', label: 'claims.fields.copyHash', hint: 'claims.fields.copyHint', optional: true },
    { name: 'copyBytes', as: 'number', label: 'claims.fields.copyBytes', optional: true },
    { name: 'copyOn', as: 'day', label: 'claims.fields.copyOn', optional: true },
    { name: 'systems', as: 'lines', label: 'claims.fields.systems', hint: 'claims.fields.systemsHint', optional: true },
    letters,
  ],
  title: (content, locale) => content[locale].title,
  path: (slug) => `claims/${slug}`,
}

const sourcedRows = (name: 'known' | 'answers'): SheetField => ({
  name,
  as: 'rows',
  label: `claims.fields.${name}`,
  hint: `claims.fields.${name}Hint`,
  most: name === 'known' ? 20 : 12,
  columns: [
    { name: 'fr', as: 'line', label: 'claims.fields.inFrench' },
    { name: 'en', as: 'line', label: 'claims.fields.inEnglish' },
    { name: 'sourceFr', as: 'line', label: 'claims.fields.sourceFr' },
    { name: 'sourceEn', as: 'line', label: 'claims.fields.sourceEn' },
    { name: 'url', as: 'url', label: 'claims.fields.url', optional: true },
  ],
})

const systemWordsIn = (language: 'fr' | 'en'): SheetField[] => [
  { name: `${language}.title`, as: 'line', label: `claims.fields.${language}.name` },
  { name: `${language}.lead`, as: 'text', label: `claims.fields.${language}.lead`, rows: 4 },
  { name: `${language}.remedy`, as: 'text', label: `claims.fields.${language}.remedy`, rows: 4 },
]

/** A system that the debate names. No weight and no threshold of it is written here: none is published. */
export const systemForm: SheetForm<SystemContent> = {
  kind: 'system',
  content: systemContent,
  fields: [
    ...systemWordsIn('fr'),
    ...systemWordsIn('en'),
    {
      name: 'does',
      as: 'rows',
      label: 'claims.fields.does',
      hint: 'claims.fields.doesHint',
      most: 6,
      columns: [
        {
          name: 'stage',
          as: 'choice',
          label: 'claims.fields.stage',
          choices: choices(stages, (stage) => `claims.stages.${stage}`),
        },
        { name: 'fr', as: 'text', label: 'claims.fields.inFrench' },
        { name: 'en', as: 'text', label: 'claims.fields.inEnglish' },
      ],
    },
    sourcedRows('known'),
    {
      name: 'unknown',
      as: 'rows',
      label: 'claims.fields.unknown',
      most: 20,
      columns: [
        { name: 'fr', as: 'line', label: 'claims.fields.inFrench' },
        { name: 'en', as: 'line', label: 'claims.fields.inEnglish' },
      ],
    },
    sourcedRows('answers'),
    letters,
    {
      name: 'testimonies',
      as: 'choice',
      label: 'claims.fields.testimonies',
      hint: 'claims.fields.testimoniesHint',
      choices: choices(witnessSystems, (system) => `claims.witnessSystems.${system === '' ? 'none' : system}`),
    },
  ],
  title: (content, locale) => content[locale].title,
  path: (slug) => `systems/${slug}`,
}
