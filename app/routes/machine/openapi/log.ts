import { mostEntries } from '#app/features/proof/schema.ts'
import { found, json, looked, refused, schema, slug, type Part } from './parts.ts'

const hash = 'kBpVHrBLTAxd4fEoqnCbLYOa3xNbSBfFpUrHF7Dn1UE='

const head = {
  size: 1300,
  root: hash,
  note: `petition.example.org/score\n1300\n${hash}\n\n— petition.example.org/score NBNJ2h…\n`,
  key: 'petition.example.org/score+34134971+AQ…',
  signedAt: '2026-01-31T12:00:00.000Z',
  confirmed: 1260,
  withdrawn: 12,
  invalidated: 28,
  restored: 14,
  counted: 1234,
}
const entry = { index: 0, leafHash: hash, commitment: hash, text: hash, day: '2026-01-15', event: 'confirm' }

const number = (name: string, description: string, example: number): Part => ({
  name,
  in: 'query',
  required: true,
  description,
  schema: { type: 'integer', minimum: 0 },
  example,
})

const tag = 'proof'
const refusals = refused(400, 404, 405, 429, 503)
const log = '/api/v1/campaigns/{slug}/log'

export const logPaths: Part = {
  [`${log}/head`]: looked(
    {
      id: 'getTreeHead',
      tag,
      summary: 'The newest signed head of the log',
      description: 'What an auditor keeps: a later head must be consistent with it.',
    },
    {
      parameters: [slug],
      responses: {
        ...found({ description: 'The head.', content: json(schema('TreeHead'), head) }),
        ...refused(404, 405, 429, 503),
      },
    },
  ),
  [`${log}/entries`]: looked(
    {
      id: 'getLogEntries',
      tag,
      summary: 'Entries of the log',
      description: `Both ends are included; at most ${mostEntries} come at a time, the first of those that were asked for.`,
    },
    {
      parameters: [slug, number('start', 'The first entry.', 0), number('end', 'The last entry.', 99)],
      responses: {
        ...found({ description: 'The entries.', content: json(schema('LogEntries'), { entries: [entry] }) }),
        ...refusals,
      },
    },
  ),
  [`${log}/proof`]: looked(
    { id: 'getInclusionProof', tag, summary: 'An entry is in the log', description: 'RFC 9162 §2.1.3.' },
    {
      parameters: [slug, number('index', 'The entry.', 0), number('size', 'The size of the tree, of a head.', 2)],
      responses: {
        ...found({
          description: 'The proof.',
          content: json(schema('InclusionProof'), { index: 0, size: 2, proof: [hash] }),
        }),
        ...refusals,
      },
    },
  ),
  [`${log}/consistency`]: looked(
    { id: 'getConsistencyProof', tag, summary: 'A head continues another', description: 'RFC 9162 §2.1.4.' },
    {
      parameters: [slug, number('first', 'The size of the older head.', 1), number('second', 'Of the newer one.', 2)],
      responses: {
        ...found({
          description: 'The proof.',
          content: json(schema('ConsistencyProof'), { first: 1, second: 2, proof: [hash] }),
        }),
        ...refusals,
      },
    },
  ),
}
