import { breakdowns, countFormats } from '#app/features/numbers/schema.ts'
import { exampleCsv, exampleRows } from './counts-examples.ts'
import { perhapsAsOf, zipped } from './counts-parts.ts'
import { csv, found, json, list, looked, refused, schema, slug, type Part } from './parts.ts'

const choice = (name: string, description: string, values: readonly string[]): Part => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', enum: values, default: values[0] ?? '' },
})

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const countsPath = looked(
  {
    id: 'getCounts',
    tag: 'counts',
    summary: 'Counts by day, hour, département, country or language',
    description:
      'A day without a signature is there with 0; the days add up to the count. Every place is always there. Numbers of places move in tens, when enough people came or left.',
  },
  {
    parameters: [slug, choice('by', 'What is counted by.', breakdowns), choice('format', 'The file.', countFormats)],
    responses: {
      ...found({
        description: 'The counts.',
        headers: perhapsAsOf(
          'When this was true. For places: when they were last looked at; none before the first time.',
        ),
        content: {
          ...json(list(schema('CountRow')), exampleRows),
          ...csv(exampleCsv),
          [workbook]: zipped('A workbook (Office Open XML) of one sheet.'),
        },
      }),
      ...refused(400, 404, 405, 429, 503),
    },
  },
)

export const countsPaths: Part = { '/api/v1/campaigns/{slug}/counts': countsPath }
