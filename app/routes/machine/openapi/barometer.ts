import { answerableLetters, daysClasses, outcomes } from '#app/features/remedies/barometer/report.ts'
import { formatParameter } from './ledger.ts'
import {
  csv,
  day,
  exampleSlug,
  found,
  json,
  looked,
  maybe,
  object,
  refused,
  schema,
  slug,
  whole,
  type Part,
} from './parts.ts'

const told: Part = {
  description: 'At least so many, in tens; `<10` is anything below ten, none included.',
  oneOf: [whole('At least so many.', { multipleOf: 10 }), { const: '<10' }],
}

const row = (keys: readonly string[], description: string): Part => ({
  ...object(Object.fromEntries(keys.map((key) => [key, told]))),
  description,
})

export const barometerSchemas: Part = {
  Barometer: object({
    campaign: { type: 'string', description: 'Its name in addresses.' },
    publication: whole('Grows by one with each; 0 before the first.'),
    asOf: maybe(day('The Monday of the week in which it was made; `null` before the first.')),
    weeksSetAside: whole('Weeks that the team set aside, because their reports looked made up: they are in no number.'),
    tables: object({
      answer: {
        ...object(Object.fromEntries(answerableLetters.map((letter) => [letter, row(outcomes, 'What came back.')]))),
        description: 'What came back, by letter.',
      },
      days: {
        ...object(Object.fromEntries(outcomes.map((outcome) => [outcome, row(daysClasses, 'Days after sending.')]))),
        description: 'How long after sending. `upTo30` is 15 to 30 days.',
      },
      department: { type: 'object', additionalProperties: told, description: 'Where, by the code of a département.' },
    }),
  }),
}

const small = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, '<10']))
const example = {
  campaign: exampleSlug,
  publication: 3,
  asOf: '2026-01-26',
  weeksSetAside: 0,
  tables: {
    answer: {
      ...Object.fromEntries(answerableLetters.map((letter) => [letter, small(outcomes)])),
      L01: { ...small(outcomes), silent: 20 },
    },
    days: {
      ...Object.fromEntries(outcomes.map((outcome) => [outcome, small(daysClasses)])),
      silent: { ...small(daysClasses), upTo60: 20 },
    },
    department: { '31': 10, '75': '<10' },
  },
}

export const barometerPaths: Part = {
  '/api/v1/campaigns/{slug}/barometer': looked(
    {
      id: 'getBarometer',
      tag: 'remedies',
      summary: 'Whether anyone answered',
      description:
        'What came back after letters, as people reported it without identity. Numbers move in tens, at most once a day, and only when twenty more reported, so that nobody can be found by comparing two publications. Licence Ouverte 2.0.',
    },
    {
      parameters: [slug, formatParameter],
      responses: {
        ...found({
          description: 'The last publication.',
          content: {
            ...json(schema('Barometer'), example),
            ...csv(
              'table,letter,outcome,days,department,reports\r\nanswer,L01,silent,,,20\r\ndepartment,,,,31,<10\r\n',
            ),
          },
        }),
        ...refused(400, 404, 405, 429, 503),
      },
    },
  ),
}
