import { exampleCsv, examplePackage, lineExample, releaseExample } from './counts-examples.ts'
import { perhapsAsOf, zipped } from './counts-parts.ts'
import { csv, exampleSlug, found, header, json, looked, refused, response, schema, slug, type Part } from './parts.ts'
import { date, file, note } from './release-parts.ts'

const tag = 'counts'
const root = '/api/v1/campaigns/{slug}'

const asOf = { 'X-As-Of': header('AsOf') }
const described = json(schema('DataPackage'), examplePackage)

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

const listPath = looked(
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

const onePath = looked(
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

export const releasesPaths: Part = {
  [`${root}/datapackage.json`]: newestPath,
  [`${root}/datapackage.json.sig`]: newestSignaturePath,
  [`${root}/releases`]: listPath,
  [`${root}/releases/{date}`]: onePath,
  [`${root}/releases/{date}/{file}`]: filePath,
}
