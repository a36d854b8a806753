import type { SheetColumn, SheetField, SheetForm } from '#app/features/sheets/form.ts'
import { systems } from '#app/features/testimonies/schema.ts'
import { commitmentContent, type Commitment } from './content.ts'
import { followFault } from './rules.ts'
import { commitmentStates, wordings } from './schema.ts'

const columns: readonly SheetColumn[] = [
  { name: 'fr', as: 'text', label: 'commitments.fields.inFrench' },
  { name: 'en', as: 'text', label: 'commitments.fields.inEnglish' },
  { name: 'url', as: 'url', label: 'commitments.fields.address' },
  { name: 'day', as: 'day', label: 'commitments.fields.day' },
]

const fields: readonly SheetField[] = [
  { name: 'fr.title', as: 'line', label: 'commitments.fields.titleFr' },
  { name: 'en.title', as: 'line', label: 'commitments.fields.titleEn' },
  {
    name: 'wording',
    as: 'choice',
    label: 'commitments.fields.wording',
    hint: 'commitments.fields.wordingHint',
    choices: wordings.map((value) => ({ value, label: `commitments.fields.wordings.${value}` as const })),
  },
  {
    name: 'fr.promise',
    as: 'text',
    label: 'commitments.fields.promiseFr',
    hint: 'commitments.fields.promiseHint',
    rows: 4,
  },
  { name: 'en.promise', as: 'text', label: 'commitments.fields.promiseEn', rows: 4 },
  { name: 'fr.source', as: 'line', label: 'commitments.fields.sourceFr' },
  { name: 'en.source', as: 'line', label: 'commitments.fields.sourceEn' },
  { name: 'sourceUrl', as: 'url', label: 'commitments.fields.sourceUrl' },
  { name: 'promisedOn', as: 'day', label: 'commitments.fields.promisedOn' },
  { name: 'fr.shown', as: 'text', label: 'commitments.fields.shownFr', rows: 4 },
  { name: 'en.shown', as: 'text', label: 'commitments.fields.shownEn', rows: 4 },
  {
    name: 'documents',
    as: 'rows',
    label: 'commitments.fields.documents',
    hint: 'commitments.fields.documentsHint',
    columns,
    most: 12,
  },
  { name: 'answers', as: 'rows', label: 'commitments.fields.answers', columns, most: 12 },
  { name: 'soughtOn', as: 'day', label: 'commitments.fields.soughtOn', hint: 'commitments.fields.soughtHint' },
  {
    name: 'system',
    as: 'choice',
    label: 'commitments.fields.system',
    hint: 'commitments.fields.systemHint',
    choices: [
      { value: 'none', label: 'commitments.fields.noSystem' },
      ...systems.map((value) => ({ value, label: `testimonies.systems.${value}` as const })),
    ],
  },
  {
    name: 'state',
    as: 'choice',
    label: 'commitments.fields.state',
    hint: 'commitments.fields.stateHint',
    choices: commitmentStates.map((value) => ({ value, label: `commitments.states.${value}` as const })),
  },
  { name: 'stateOn', as: 'day', label: 'commitments.fields.stateOn', hint: 'commitments.fields.stateOnHint' },
  { name: 'fr.why', as: 'text', label: 'commitments.fields.whyFr', rows: 4 },
  { name: 'en.why', as: 'text', label: 'commitments.fields.whyEn', rows: 4 },
]

/** How promises are written, verified and shown. */
export const commitmentForm: SheetForm<Commitment> = {
  kind: 'commitment',
  content: commitmentContent,
  fields,
  title: (content, locale) => content[locale].title,
  path: (slug) => `commitments/${slug}`,
  mayFollow(before, after) {
    const fault = followFault(before, after)
    return fault && { field: fault === 'commitments.errors.move' ? 'state' : 'stateOn', problem: fault }
  },
}
