import { breakdowns, countFormats } from '#app/features/numbers/schema.ts'
import { exampleCsv, exampleNote, examplePackage, exampleRows, lineExample, releaseExample } from './counts-examples.ts'
import { choice, day, instant, ref, schema, text } from './counts-parts.ts'

export { countsSchemas } from './counts-schemas.ts'

const problems = {
  400: 'BadParameter',
  404: 'UnknownCampaign',
  405: 'MethodNotAllowed',
  429: 'TooManyRequests',
  503: 'Unavailable',
} as const

const refused = (...statuses: (keyof typeof problems)[]) =>
  Object.fromEntries(statuses.map((status) => [status, ref('responses', problems[status])]))

const asOf = {
  'X-As-Of': { description: 'When this was true: for places, when they were last looked at.', schema: instant('') },
}

/** One address that is looked at, as everyone may keep it. */
const looked = (
  id: string,
  { summary, description, parameters = [] }: { summary: string; description: string; parameters?: object[] },
  { content, statuses = [404, 405, 429, 503] }: { content: object; statuses?: (keyof typeof problems)[] },
) => ({
  get: {
    operationId: id,
    tags: ['counts'],
    summary,
    description,
    parameters: [ref('parameters', 'Campaign'), ...parameters],
    responses: {
      200: { description: summary, headers: { ETag: ref('headers', 'ETag'), ...asOf }, content },
      304: ref('responses', 'NotModified'),
      ...refused(...statuses),
    },
  },
})

const date = { name: 'date', in: 'path', required: true, description: 'The day of a release, in Paris.', schema: day }
const file = {
  name: 'file',
  in: 'path',
  required: true,
  description: 'A file of the release, its description, the signature of that, or all of it in one archive.',
  schema: {
    type: 'string',
    enum: [...breakdowns.map((by) => `${by}.csv`), 'datapackage.json', 'datapackage.json.sig', 'package.zip'],
  },
}

const json = (shape: object, example: unknown) => ({ 'application/json': { schema: shape, example } })
const csv = {
  'text/csv': { schema: text('RFC 4180: UTF-8, CRLF; safe to open in a spreadsheet.'), example: exampleCsv },
}
const note = {
  'text/plain': { schema: text('A signed note (C2SP), Ed25519 under the key of the log.'), example: exampleNote },
}
const binary = { type: 'string', format: 'binary' }
const xlsx = { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: binary } }

const campaign = '/api/v1/campaigns/{slug}'
export const countsPaths = {
  [`${campaign}/counts`]: looked(
    'getCounts',
    {
      summary: 'Counts by day, hour, département, country or language',
      description:
        'A day without a signature is there with 0; the days add up to the count. Every place is always there. Numbers of places move in tens, when enough people came or left.',
      parameters: [choice('by', breakdowns, 'What is counted by.'), choice('format', countFormats, 'The file.')],
    },
    {
      content: { ...json({ type: 'array', items: schema('CountRow') }, exampleRows), ...csv, ...xlsx },
      statuses: [400, 404, 405, 429, 503],
    },
  ),
  [`${campaign}/datapackage.json`]: looked(
    'getDataPackage',
    { summary: 'The newest release, described', description: 'Paths of files are relative to this address.' },
    { content: json(schema('DataPackage'), examplePackage) },
  ),
  [`${campaign}/datapackage.json.sig`]: looked(
    'getDataPackageSignature',
    {
      summary: 'The signature of that description',
      description: 'Three lines are signed: whose it is, its day, and the SHA-256 of the description.',
    },
    { content: note },
  ),
  [`${campaign}/releases`]: looked(
    'listReleases',
    { summary: 'Every release of the numbers', description: 'One for each day on which something changed.' },
    { content: json(schema('Releases'), { campaign: 'score', releases: [lineExample] }) },
  ),
  [`${campaign}/releases/{date}`]: looked(
    'getRelease',
    { summary: 'The release of a day', description: 'It never changes.', parameters: [date] },
    { content: json(schema('Release'), releaseExample) },
  ),
  [`${campaign}/releases/{date}/{file}`]: looked(
    'getReleasedFile',
    {
      summary: 'A file of a release',
      description: 'It never changes, but for the signature, when the key does.',
      parameters: [date, file],
    },
    {
      content: {
        ...csv,
        ...json(schema('DataPackage'), examplePackage),
        ...note,
        'application/zip': { schema: binary },
      },
    },
  ),
}
