import { formatParameter } from './ledger.ts'
import { csv, exampleSlug, found, json, looked, refused, response, schema, slug, type Part } from './parts.ts'
import { problemAnswer, problemExample } from './problem.ts'
import { id, quote, testimony } from './testimony-examples.ts'

const tag = 'testimonies'
const root = '/api/v1/campaigns/{slug}/testimonies'
const kept =
  'A witness may take everything back at any time: ask again before you show it, and delete what answers 410.'

const after: Part = {
  name: 'after',
  in: 'query',
  description: 'The last testimony that you have. `next` gives the whole address.',
  schema: { type: 'string', format: 'uuid' },
}

const oneTestimony: Part = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Of the testimony.',
  schema: { type: 'string' },
  example: id,
}

export const testimonyResponses: Part = {
  TestimonyGone: problemAnswer({
    description: 'It was published and is not any more.',
    example: problemExample(410, 'testimony-gone', [
      'Testimony gone',
      'This testimony was published and is not any more. Please delete what you kept of it.',
    ]),
  }),
}

const listPath = looked(
  {
    id: 'listTestimonies',
    tag,
    summary: 'Published testimonies',
    description: `A hundred at a time, the newest first. ${kept}`,
  },
  {
    parameters: [slug, after],
    responses: {
      ...found({
        description: 'Testimonies.',
        content: json(schema('Testimonies'), { campaign: exampleSlug, testimonies: [testimony], next: null }),
      }),
      ...refused(400, 404, 405, 429, 503),
    },
  },
)

const onePath = looked(
  { id: 'getTestimony', tag, summary: 'One testimony', description: kept },
  {
    parameters: [slug, oneTestimony],
    responses: {
      ...found({ description: 'The testimony.', content: json(schema('Testimony'), testimony) }),
      ...refused(404, 405, 503),
      '410': response('TestimonyGone'),
    },
  },
)

const quotesPath = looked(
  {
    id: 'listQuotes',
    tag,
    summary: 'Sentences for the press',
    description: `Of those who consent to being quoted and to the press. ${kept}`,
  },
  {
    parameters: [slug],
    responses: {
      ...found({
        description: 'Quotes.',
        content: json(schema('Quotes'), { campaign: exampleSlug, quotes: [quote] }),
      }),
      ...refused(404, 405, 503),
    },
  },
)

const statisticsPath = looked(
  {
    id: 'getTestimonyStatistics',
    tag,
    summary: 'What testimonies have in common',
    description: 'Released once a week, in steps, so that nobody can be found by comparing two releases.',
  },
  {
    parameters: [slug, formatParameter],
    responses: {
      ...found({
        description: 'The release of the week.',
        content: {
          ...json(schema('TestimonyStatistics'), {
            campaign: exampleSlug,
            asOf: '2026-01-26',
            total: 40,
            tables: { system: { control: 20, label: '<10' } },
          }),
          ...csv('table,key,testimonies\r\ntotal,,40\r\nsystem,control,20\r\nsystem,label,<10\r\n'),
        },
      }),
      ...refused(400, 404, 405, 429, 503),
    },
  },
)

export const testimonyPaths: Part = {
  [root]: listPath,
  [`${root}/quotes`]: quotesPath,
  [`${root}/statistics`]: statisticsPath,
  [`${root}/{id}`]: onePath,
}
