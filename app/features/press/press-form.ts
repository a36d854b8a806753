import type { SheetForm } from '#app/features/sheets/form.ts'
import { pressContent, pressRoles, type PressContent } from './schema.ts'

/** How the team writes the press kit, part by part. */
export const pressForm: SheetForm<PressContent> = {
  kind: 'press',
  content: pressContent,
  fields: [
    {
      name: 'role',
      as: 'choice',
      label: 'press.desk.role',
      choices: pressRoles.map((value) => ({ value, label: `press.desk.roles.${value}` as const })),
    },
    { name: 'fr.title', as: 'line', label: 'press.desk.titleFr' },
    { name: 'en.title', as: 'line', label: 'press.desk.titleEn' },
    { name: 'fr.text', as: 'text', label: 'press.desk.textFr', hint: 'press.desk.textHint', rows: 10 },
    { name: 'en.text', as: 'text', label: 'press.desk.textEn', hint: 'press.desk.textHint', rows: 10 },
    { name: 'email', as: 'line', label: 'press.desk.email', hint: 'press.desk.contactHint', optional: true },
    { name: 'phone', as: 'line', label: 'press.desk.phone', optional: true },
  ],
  title: (content, locale) => content[locale].title,
  path: () => 'press',
  part: ({ role }) => role,
}
