import { systems } from '#app/features/testimonies/schema.ts'
import { address, code, day, list, maybe, object, schema, text, whole, type Part } from './parts.ts'

const told = {
  system: maybe(code([...systems], 'What it is about.')),
  department: maybe(text('Where; `null` when it was not said.')),
  period: maybe(text('The month, `2026-01`.')),
  publishedOn: maybe(day('When it appeared.')),
}
const language = code(['fr', 'en'], 'In which it was told. It is never translated.')

export const testimonySchemas: Part = {
  Testimony: object({
    id: text('Of the testimony.'),
    language,
    title: text('Passages that were taken out are [in brackets].'),
    contentWarning: maybe(text('To show before the text.')),
    text: text('As its witness approved it.'),
    ...told,
    consequences: list({ type: 'string' }),
    attempts: list({ type: 'string' }),
    links: object({ self: address('This.'), page: address('To read.') }),
  }),
  Testimonies: object({
    campaign: text('Its name in addresses.'),
    testimonies: list(schema('Testimony')),
    next: maybe(address('The following ones; `null` at the end.')),
  }),
  Quote: object({
    id: text('Of its testimony.'),
    language,
    quote: text('The words.'),
    collectedBy: text('To be named beside them.'),
    ...told,
    place: address('Where it is read.'),
    report: address('Where one says that something is wrong with it.'),
    page: maybe(address('Its testimony, when that can be read.')),
  }),
  Quotes: object({ campaign: text('Its name in addresses.'), quotes: list(schema('Quote')) }),
  TestimonyStatistics: object({
    campaign: text('Its name in addresses.'),
    asOf: maybe(day('The week of the release; `null` before the first.')),
    total: {
      description: 'At least so many; `<10` is anything below ten; `null` before the first release.',
      oneOf: [whole('A number.'), { type: 'string' }, { type: 'null' }],
    },
    tables: {
      type: 'object',
      description: 'By name of a table and key of a cell.',
      additionalProperties: {
        type: 'object',
        additionalProperties: { oneOf: [whole('At least so many.'), { type: 'string' }] },
      },
    },
  }),
}
