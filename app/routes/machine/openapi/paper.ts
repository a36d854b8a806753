import {
  code,
  day,
  exampleSlug,
  found,
  json,
  list,
  looked,
  maybe,
  object,
  refused,
  schema,
  slug,
  text,
  whole,
  type Part,
} from './parts.ts'

const batch = {
  id: '01960000-0000-7000-8000-000000000001',
  day: '2026-01-31',
  count: 120,
  refused: 4,
  counted: true,
  textVersion: 1,
  language: 'fr',
  department: '31',
  collectedFrom: '2026-01-20',
  collectedTo: '2026-01-24',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  corrects: null,
}

export const paperSchemas: Part = {
  PaperBatch: object({
    id: text('Of the batch.'),
    day: day('When a second person agreed with the count.'),
    count: whole('Valid signatures.'),
    refused: whole('Lines that are none.'),
    counted: { type: 'boolean', description: '`false` once another batch corrects it.' },
    textVersion: whole('Which version of the text is on the sheet.'),
    language: code(['fr', 'en'], 'Of the sheet.'),
    department: maybe(text('Where it was collected; `null` when that is not known, or would say too much.')),
    collectedFrom: maybe(day('The first day.')),
    collectedTo: maybe(day('The last day.')),
    sha256: maybe(text('Of the scan, which is kept by the association.')),
    corrects: maybe(text('The batch that it corrects.')),
  }),
  Paper: object({
    campaign: text('Its name in addresses.'),
    counted: whole('Signatures on paper that are counted. Never part of `confirmed`.'),
    batches: list(schema('PaperBatch')),
  }),
}

export const paperPaths: Part = {
  '/api/v1/campaigns/{slug}/paper': looked(
    {
      id: 'getPaper',
      tag: 'counts',
      summary: 'Signatures on paper',
      description: 'Counted by two people of the team, apart from the others.',
    },
    {
      parameters: [slug],
      responses: {
        ...found({
          description: 'Every batch.',
          content: json(schema('Paper'), { campaign: exampleSlug, counted: 120, batches: [batch] }),
        }),
        ...refused(404, 405, 503),
      },
    },
  ),
}
