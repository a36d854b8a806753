import { ledgerEvents } from '#app/features/integrity/schema.ts'
import { fileFormats } from '#app/features/numbers/schema.ts'
import {
  code,
  csv,
  day,
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
} from './parts.ts'
import type { Part } from './parts.ts'

const change = (of: string): Part => ({ type: 'integer', description: `By how much ${of} changed.` })

/** The `format` of an answer that is also a file. */
export const formatParameter: Part = {
  name: 'format',
  in: 'query',
  description: 'JSON, or a file for a spreadsheet.',
  schema: { type: 'string', enum: fileFormats, default: 'json' },
}

const row = {
  day: '2026-01-31',
  event: 'invalidated',
  rule: 'burst',
  invalidation: 3,
  reasonFr: 'Vague d’adresses jetables.',
  reasonEn: 'A wave of throwaway addresses.',
  signatures: 214,
  counted: -214,
  held: 0,
  invalidated: 214,
}

export const ledgerSchemas: Part = {
  LedgerRow: object({
    day: day('In Paris.'),
    event: code(ledgerEvents, 'What happened.'),
    rule: text('By which rule.'),
    invalidation: maybe(whole('The rule of the team, when it was one.')),
    reasonFr: maybe(text('Why, in French.')),
    reasonEn: maybe(text('Why, in English.')),
    signatures: whole('How many. Never who.'),
    counted: change('the public count'),
    held: change('what is under review'),
    invalidated: change('what is removed'),
  }),
}

export const ledgerPaths: Part = {
  '/api/v1/campaigns/{slug}/ledger': looked(
    {
      id: 'getLedger',
      tag: 'proof',
      summary: 'What was held back, removed and given back',
      description: 'By day and rule, the newest day first.',
    },
    {
      parameters: [slug, formatParameter],
      responses: {
        ...found({
          description: 'The ledger.',
          content: {
            ...json(list(schema('LedgerRow')), [row]),
            ...csv(`${Object.keys(row).join(',')}\r\n${Object.values(row).join(',')}\r\n`),
          },
        }),
        ...refused(400, 404, 405, 429, 503),
      },
    },
  ),
}
