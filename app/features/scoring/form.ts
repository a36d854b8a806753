import type { SheetColumn, SheetForm } from '#app/features/sheets/form.ts'
import { translator } from '#app/i18n/t.ts'
import { scoringContent, type ScoringContent } from './schema.ts'

const both: SheetColumn[] = [
  { name: 'fr', as: 'line', label: 'scoring.form.fr' },
  { name: 'en', as: 'line', label: 'scoring.form.en' },
]

const seen: SheetColumn[] = [
  { name: 'sourceFr', as: 'line', label: 'scoring.form.sourceFr' },
  { name: 'sourceEn', as: 'line', label: 'scoring.form.sourceEn' },
  { name: 'url', as: 'url', label: 'scoring.form.url' },
  { name: 'seen', as: 'day', label: 'scoring.form.seen' },
]

const sets: SheetColumn[] = [
  { name: 'key', as: 'line', label: 'scoring.form.key' },
  {
    name: 'mode',
    as: 'choice',
    label: 'scoring.form.mode',
    choices: [
      { value: 'suspicion', label: 'scoring.form.suspicion' },
      { value: 'chances', label: 'scoring.form.chances' },
    ],
  },
  ...both,
  { name: 'firstFr', as: 'line', label: 'scoring.form.firstFr' },
  { name: 'firstEn', as: 'line', label: 'scoring.form.firstEn' },
  { name: 'secondFr', as: 'line', label: 'scoring.form.secondFr' },
  { name: 'secondEn', as: 'line', label: 'scoring.form.secondEn' },
]

const criteria: SheetColumn[] = [
  { name: 'set', as: 'line', label: 'scoring.form.set' },
  { name: 'key', as: 'line', label: 'scoring.form.key' },
  ...both,
  { name: 'tied', as: 'flag', label: 'scoring.form.tied' },
  ...seen,
]

const labels: SheetColumn[] = [
  {
    name: 'key',
    as: 'choice',
    label: 'scoring.form.key',
    choices: [
      { value: 'drive', label: 'scoring.form.drive' },
      { value: 'confidence', label: 'scoring.form.confidence' },
      { value: 'scatter', label: 'scoring.form.scatter' },
      { value: 'renewal', label: 'scoring.form.renewal' },
    ],
  },
  ...both,
]

const facts: SheetColumn[] = [
  {
    name: 'about',
    as: 'choice',
    label: 'scoring.form.about',
    choices: [
      { value: 'score', label: 'scoring.form.aboutScore' },
      { value: 'lot', label: 'scoring.form.aboutLot' },
      { value: 'procedure', label: 'scoring.form.aboutProcedure' },
      { value: 'labels', label: 'scoring.form.aboutLabels' },
    ],
  },
  { name: 'fr', as: 'text', label: 'scoring.form.fr' },
  { name: 'en', as: 'text', label: 'scoring.form.en' },
  ...seen,
]

/** The one slug a campaign's explanation has: there is one page. */
export const scoringSlug = 'score'

/** The explanation of scores as a sheet: a campaign without one has no such page. */
export const scoringForm: SheetForm<ScoringContent> = {
  kind: 'scoring',
  content: scoringContent,
  fields: [
    { name: 'fr.intro', as: 'text', label: 'scoring.form.introFr' },
    { name: 'en.intro', as: 'text', label: 'scoring.form.introEn' },
    { name: 'fr.disclaimer', as: 'line', label: 'scoring.form.disclaimerFr' },
    { name: 'en.disclaimer', as: 'line', label: 'scoring.form.disclaimerEn' },
    { name: 'sets', as: 'rows', label: 'scoring.form.sets', columns: sets, most: 4 },
    {
      name: 'criteria',
      as: 'rows',
      label: 'scoring.form.criteria',
      hint: 'scoring.form.criteriaHint',
      columns: criteria,
      most: 40,
    },
    { name: 'labels', as: 'rows', label: 'scoring.form.labels', columns: labels, most: 4 },
    { name: 'facts', as: 'rows', label: 'scoring.form.facts', columns: facts, most: 20 },
  ],
  title: (_content, locale) => translator(locale)('scoring.title'),
  path: (slug) => (slug === scoringSlug ? 'scoring' : null),
}
