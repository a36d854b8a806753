import type { SheetForm } from '#app/features/sheets/form.ts'
import { lawConfidences, lawContent, type LawContent } from './law.ts'

/** How the team writes a text of law; the public reads it among the others, under its name. */
export const lawForm: SheetForm<LawContent> = {
  kind: 'law',
  content: lawContent,
  fields: [
    { name: 'code', as: 'line', label: 'remedies.desk.code' },
    { name: 'article', as: 'line', label: 'remedies.desk.article' },
    { name: 'url', as: 'url', label: 'remedies.desk.url' },
    {
      name: 'legiarti',
      as: 'line',
      label: 'remedies.desk.legiarti',
      hint: 'remedies.desk.legiartiHint',
      optional: true,
    },
    {
      name: 'confidence',
      as: 'choice',
      label: 'remedies.desk.confidence',
      choices: lawConfidences.map((value) => ({ value, label: `remedies.confidence.${value}` as const })),
    },
    { name: 'fr.says', as: 'text', label: 'remedies.desk.saysFr', rows: 4 },
    { name: 'en.says', as: 'text', label: 'remedies.desk.saysEn', rows: 4 },
  ],
  title: ({ code, article }) => `${code}, ${article}`,
  path: (slug) => `remedies/law#${slug}`,
}
