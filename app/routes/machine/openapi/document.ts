import { barometerPaths, barometerSchemas } from './barometer.ts'
import { campaignPaths, campaignSchemas } from './campaigns.ts'
import { countsResponses } from './counts-problems.ts'
import { countsSchemas } from './counts-schemas.ts'
import { countsPaths } from './counts.ts'
import { ledgerPaths, ledgerSchemas } from './ledger.ts'
import { logPaths } from './log.ts'
import { logSchemas } from './log-schemas.ts'
import { paperPaths, paperSchemas } from './paper.ts'
import { found, json, refused, schema, type Part } from './parts.ts'
import { questionPaths, questionSchemas } from './questions.ts'
import { problemSchemas } from './problem-schemas.ts'
import { problemResponses } from './problems.ts'
import { releasesPaths } from './releases.ts'
import { sharedHeaders, sharedParameters } from './shared.ts'
import { signingResponses } from './signing-problems.ts'
import { signingSchemas } from './signing-schemas.ts'
import { keySchemes, signingHeaders, signingParameters, signingPaths } from './signing.ts'
import { testimonyPaths, testimonyResponses } from './testimonies.ts'
import { testimonySchemas } from './testimony-schemas.ts'

const description = `Numbers anyone can use, a count anyone can check, and a way to sign by program.

- **Reading** needs no key. Answers have an \`ETag\`; pages of every site may read them (CORS \`*\`). What is kept for everyone is not counted against you; what is made for you alone has a limit by network, which \`RateLimit-Policy\` says.
- **\`HEAD\`** and \`OPTIONS\` are answered wherever \`GET\` is.
- **Errors** are problem documents (RFC 9457): \`type\` is for programs and stable, \`detail\` says what to do. A \`Host\` that is not ours is answered 421.
- **Instants** are UTC, days are of Paris.
- **Version 1** grows: members and addresses may be added, none is renamed or taken away.`

const tags = [
  { name: 'campaigns', description: 'What there is, and how many signed.' },
  { name: 'counts', description: 'Numbers to download.' },
  { name: 'proof', description: 'A log that anyone can check, and what was held back or removed.' },
  { name: 'testimonies', description: 'What people told, as they approved it.' },
  { name: 'remedies', description: 'What came back after people wrote.' },
  { name: 'signing', description: 'Signing by program.' },
  { name: 'document', description: 'This description.' },
]

/** This document is answered from memory, without a database. */
const itself: Part = {
  '/api/openapi.json': {
    get: {
      operationId: 'getDescription',
      tags: ['document'],
      summary: 'This description',
      description: 'OpenAPI 3.1.',
      responses: {
        ...found({
          description: 'The description.',
          content: json(schema('Description'), { openapi: '3.1.0', info: {}, paths: {} }),
        }),
        ...refused(405),
      },
    },
  },
}

const descriptionSchema: Part = {
  Description: {
    type: 'object',
    required: ['openapi', 'info', 'paths'],
    properties: { openapi: { type: 'string', pattern: '^3\\.1\\.' } },
  },
}

/** The machine interface, as OpenAPI 3.1 says it. One fragment for each subject. `origin` without a slash at its end. */
export const apiDocument = (origin: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Portevoix',
    summary: 'The machine interface of a campaign platform, version 1.',
    description,
    version: '1.0.0',
    license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
  },
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  externalDocs: { url: `${origin}/en/developers`, description: 'How to ask, limits, examples, keys.' },
  servers: [{ url: origin }],
  tags,
  security: [],
  paths: {
    ...campaignPaths,
    ...countsPaths,
    ...releasesPaths,
    ...ledgerPaths,
    ...logPaths,
    ...paperPaths,
    ...testimonyPaths,
    ...questionPaths,
    ...barometerPaths,
    ...signingPaths,
    ...itself,
  },
  components: {
    schemas: {
      ...campaignSchemas,
      ...countsSchemas,
      ...ledgerSchemas,
      ...logSchemas,
      ...paperSchemas,
      ...testimonySchemas,
      ...questionSchemas,
      ...barometerSchemas,
      ...signingSchemas,
      ...problemSchemas,
      ...descriptionSchema,
    },
    responses: { ...problemResponses, ...countsResponses, ...testimonyResponses, ...signingResponses },
    headers: { ...sharedHeaders, ...signingHeaders },
    parameters: { ...sharedParameters, ...signingParameters },
    securitySchemes: keySchemes,
  },
})
