import { smallCell } from '#app/features/numbers/schema.ts'

const digest = '8e57a8f0e88bdfd6e45599bbc8afb2d8d2f7739b0ba792969b7fdb1bb520997e'
export const exampleRows = [
  { key: '2A', confirmed: smallCell },
  { key: '75', confirmed: 310 },
]
const exampleFile = { name: 'department.csv', bytes: 897, sha256: digest, path: '2026-01-31/department.csv' }
const exampleRelease = { date: '2026-01-31', madeAt: '2026-01-30T23:00:05Z', confirmed: 1234 }
export const exampleCsv = `key,confirmed\r\n2A,${smallCell}\r\n75,310\r\n`
export const examplePackage = {
  name: 'score-2026-01-31',
  campaign: 'score',
  version: '2026-01-31',
  created: '2026-01-30T23:00:05Z',
  placesAsOf: '2026-01-30T22:58:00Z',
  confirmed: 1234,
  licenses: [{ name: 'etalab-2.0', path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence' }],
  resources: [{ name: 'department', path: 'department.csv', bytes: 897, hash: `sha256:${digest}` }],
}
export const exampleNote = `petition.example.org/score/datapackage\n2026-01-31\nsha256:${digest}\n\n— petition.example.org/score NBNJ2h…\n`

export const releaseExample = {
  campaign: 'score',
  ...exampleRelease,
  licence: 'etalab-2.0',
  datapackage: '2026-01-31/datapackage.json',
  signature: '2026-01-31/datapackage.json.sig',
  archive: '2026-01-31/package.zip',
  files: [exampleFile],
}
export const lineExample = {
  ...exampleRelease,
  datapackage: 'releases/2026-01-31/datapackage.json',
  archive: 'releases/2026-01-31/package.zip',
}
