import { breakdowns, countFormats } from '#app/features/numbers/schema.ts'
import { exampleCsv, exampleNote, examplePackage, exampleRows, lineExample, releaseExample } from './counts-examples.ts'
import {
  csv,
  exampleSlug,
  found,
  header,
  json,
  list,
  looked,
  refused,
  response,
  schema,
  slug,
  text,
  type Part,
} from './parts.ts'

const tag = 'counts'
const root = '/api/v1/campaigns/{slug}'

const choice = (name: string, description: string, values: readonly string[]): Part => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', enum: values, default: values[0] ?? '' },
})

const date: Part = {
  name: 'date',
  in: 'path',
  required: true,
  description: 'The day of a release, in Paris.',
  schema: { type: 'string', format: 'date' },
  example: '2026-01-31',
}
const file: Part = {
  name: 'file',
  in: 'path',
  required: true,
  description: 'A file of the release, its description, the signature of that, or all of it in one archive.',
  schema: {
    type: 'string',
    enum: [...breakdowns.map((by) => `${by}.csv`), 'datapackage.json', 'datapackage.json.sig', 'package.zip'],
  },
}

const asOf = { 'X-As-Of': header('AsOf') }
/** Some answers of the address have it. */
const perhapsAsOf = (when: string): Part => ({
  'X-As-Of': { description: when, schema: { type: 'string', format: 'date-time' } },
})

/** The beginning of a ZIP file, which a workbook is as well. */
const zipped = (description: string): Part => ({
  schema: text(description, { format: 'binary', pattern: '^PK\\u0003\\u0004' }),
  example: 'PK\u0003\u0004…',
})
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const note: Part = {
  'text/plain': {
    schema: text('A signed note (C2SP), Ed25519 under the key of the log.', {
      pattern: '/datapackage\\n\\d{4}-\\d{2}-\\d{2}\\nsha256:[0-9a-f]{64}\\n\\n— ',
    }),
    example: exampleNote,
  },
}
const described = json(schema('DataPackage'), examplePackage)

const countsPath = looked(
  {
    id: 'getCounts',
    tag,
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

const newestPath = looked(
  {
    id: 'getDataPackage',
    tag,
    summary: 'The newest release, described',
    description: 'Paths of files are relative to this address.',
  },
  {
    parameters: [slug],
    responses: {
      ...found({ description: 'The description.', headers: asOf, content: described }),
      ...refused(405, 503),
      '404': response('UnknownRelease'),
    },
  },
)

const newestSignaturePath = looked(
  {
    id: 'getDataPackageSignature',
    tag,
    summary: 'The signature of that description',
    description: 'Three lines are signed: whose it is, its day, and the SHA-256 of the description.',
  },
  {
    parameters: [slug],
    responses: {
      ...found({ description: 'The signature.', content: note }),
      ...refused(405, 503),
      '404': response('UnknownRelease'),
    },
  },
)

const releasesPath = looked(
  {
    id: 'listReleases',
    tag,
    summary: 'Every release of the numbers',
    description: 'One for each day on which something changed; the first when twenty people had signed, or on day two.',
  },
  {
    parameters: [slug],
    responses: {
      ...found({
        description: 'The releases.',
        content: json(schema('Releases'), { campaign: exampleSlug, releases: [lineExample] }),
      }),
      ...refused(404, 405, 503),
    },
  },
)

const releasePath = looked(
  { id: 'getRelease', tag, summary: 'The release of a day', description: 'It never changes.' },
  {
    parameters: [slug, date],
    responses: {
      ...found({ description: 'The release.', headers: asOf, content: json(schema('Release'), releaseExample) }),
      ...refused(405, 429, 503),
      '404': response('UnknownRelease'),
    },
  },
)

const filePath = looked(
  {
    id: 'getReleasedFile',
    tag,
    summary: 'A file of a release',
    description: 'It never changes, but for the signature and the archive that holds it, when the key does.',
  },
  {
    parameters: [slug, date, file],
    responses: {
      ...found({
        description: 'The file.',
        headers: perhapsAsOf('When the release was made. Not of the signature.'),
        content: { ...csv(exampleCsv), ...described, ...note, 'application/zip': zipped('All of it.') },
      }),
      ...refused(405, 429, 503),
      '404': response('UnknownFile'),
    },
  },
)

export const countsPaths: Part = {
  [`${root}/counts`]: countsPath,
  [`${root}/datapackage.json`]: newestPath,
  [`${root}/datapackage.json.sig`]: newestSignaturePath,
  [`${root}/releases`]: releasesPath,
  [`${root}/releases/{date}`]: releasePath,
  [`${root}/releases/{date}/{file}`]: filePath,
}
