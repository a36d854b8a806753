import { breakdowns, fileFormats, smallCell } from '#app/features/numbers/schema.ts'
import { csv, found, json, list, looked, object, refused, schema, slug, text, whole, type Part } from './parts.ts'

/** Counts as they are until releases have a fragment of their own. */
export const countsSchemas: Part = {
  CountRow: object({
    key: text('A Paris day, a Paris hour, the code of a département, a country or a language; `unknown` for no place.'),
    confirmed: {
      description: 'Confirmed signatures; `<10` in the place of a small number of a place.',
      oneOf: [whole('A number.'), { type: 'string', const: smallCell }],
    },
  }),
}

const choice = (name: string, description: string, values: readonly string[]): Part => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', enum: values, default: values[0] ?? '' },
})

export const countsPaths: Part = {
  '/api/v1/campaigns/{slug}/counts': looked(
    {
      id: 'getCounts',
      tag: 'counts',
      summary: 'Counts by day, hour, département, country or language',
      description: 'What the page of numbers shows, as a file. A day without a signature is there with 0.',
    },
    {
      parameters: [slug, choice('by', 'What is counted by.', breakdowns), choice('format', 'The file.', fileFormats)],
      responses: {
        ...found({
          description: 'The counts.',
          content: {
            ...json(list(schema('CountRow')), [
              { key: '2A', confirmed: smallCell },
              { key: '75', confirmed: 310 },
            ]),
            ...csv(`key,confirmed\r\n2A,${smallCell}\r\n75,310\r\n`),
          },
        }),
        ...refused(400, 404, 405, 429, 503),
      },
    },
  ),
}
