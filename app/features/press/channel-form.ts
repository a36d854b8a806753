import type { SheetField, SheetForm } from '#app/features/sheets/form.ts'
import { channelContent, channelKinds, type ChannelContent } from './schema.ts'

const parts = ['who', 'threshold', 'asks', 'follows', 'how'] as const

const words = (locale: 'fr' | 'en'): SheetField[] => [
  { name: `${locale}.name`, as: 'line', label: `press.desk.name.${locale}` },
  ...parts.map((part): SheetField => ({
    name: `${locale}.${part}`,
    as: 'text',
    label: `press.desk.${part}.${locale}`,
    rows: 3,
  })),
]

/** How the team writes what an official channel demands, and notes how many supports stand there. */
export const channelForm: SheetForm<ChannelContent> = {
  kind: 'channel',
  content: channelContent,
  fields: [
    {
      name: 'kind',
      as: 'choice',
      label: 'press.desk.kind',
      choices: channelKinds.map((value) => ({ value, label: `press.desk.kinds.${value}` as const })),
    },
    { name: 'url', as: 'url', label: 'press.desk.url', hint: 'press.desk.urlHint' },
    {
      name: 'petitionUrl',
      as: 'url',
      label: 'press.desk.petitionUrl',
      hint: 'press.desk.petitionHint',
      optional: true,
    },
    ...words('fr'),
    ...words('en'),
    { name: 'supports', as: 'number', label: 'press.desk.supports', hint: 'press.desk.supportsHint', optional: true },
    { name: 'supportsOn', as: 'day', label: 'press.desk.supportsOn', optional: true },
  ],
  title: (content, locale) => content[locale].name,
  path: () => 'press',
  part: ({ kind }) => kind,
}
