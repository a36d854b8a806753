import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { releaseDay } from '#app/features/numbers/commands/release-day.server.ts'
import { releasePlaces } from '#app/features/numbers/commands/release-places.server.ts'
import { verifierKeyOf } from '#app/features/proof/signed-head.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { verifyPackage } from '../../../public/verify-package.mjs'
import { loader as newest } from './data-package.ts'
import { loader as newestSignature } from './data-package-signature.ts'
import { loader as releaseFile } from './release-file.ts'
import { loader as oneRelease } from './release.ts'
import { loader as list } from './releases.ts'

const origin = 'http://localhost:3000'
const noon = (day: string) => new Date(`${day}T11:00:00Z`)

const asking = (params: Record<string, string>) => ({
  request: new Request(`${origin}/api/v1/campaigns/score/releases`),
  params: { slug: 'score', ...params },
  context: { nonce: '', now: noon('2026-02-05'), network: null, session: null, shared: false, throttled: false },
})

async function aReleasedCampaign(): Promise<CampaignSummary> {
  const { id } = await aCampaign({ slug: 'score' })
  await aTally({ campaignId: id, day: '2026-02-01', department: '75', n: 31 })
  await aTally({ campaignId: id, day: '2026-02-02', department: '2A', language: 'en', n: 2 })
  await releasePlaces(id, noon('2026-02-03'))
  const campaign = await findCampaign('score')
  if (!campaign) throw new Error('there is no campaign')
  expect(await releaseDay(campaign, { origin, now: noon('2026-02-03') })).toEqual({ outcome: 'released' })
  return campaign
}

test('before the first release there is none', async () => {
  await aCampaign({ slug: 'score' })
  expect((await newest(asking({}))).status).toBe(404)
})

const file = async (date: string, name: string) => releaseFile(asking({ date, file: name }))

test('its files add up to the count, hide small places and are described byte for byte', async () => {
  await aReleasedCampaign()
  const day = await (await file('2026-02-03', 'day.csv')).text()
  expect(day).toBe('key,confirmed\r\n2026-02-01,31\r\n2026-02-02,2\r\n')
  expect(await (await file('2026-02-03', 'department.csv')).text()).toMatch(/\r\n2A,<10\r\n(.*\r\n)*75,20\r\n/)
  expect(await (await file('2026-02-03', 'hour.csv')).text()).toBe(
    'key,confirmed\r\n2026-02-01T12,31\r\n2026-02-02T12,2\r\n',
  )
  const told = await (await oneRelease(asking({ date: '2026-02-03' }))).json()
  expect(told).toMatchObject({ date: '2026-02-03', confirmed: 33, licence: 'etalab-2.0' })
  const manifest = await (await file('2026-02-03', 'datapackage.json')).json()
  expect(manifest).toMatchObject({
    name: 'score-2026-02-03',
    created: '2026-02-03T11:00:00Z',
    placesAsOf: '2026-02-03T11:00:00Z',
    titles: { fr: 'Chercher un emploi n’est pas un score', en: 'Looking for work is not a score' },
    licenses: [{ name: 'etalab-2.0' }],
  })
  expect(manifest.resources.map(({ path, bytes }: { path: string; bytes: number }) => [path, bytes])).toEqual(
    expect.arrayContaining([['day.csv', day.length]]),
  )
  expect(await (await list(asking({}))).json()).toMatchObject({ campaign: 'score', releases: [{ confirmed: 33 }] })
})

test('what is final may be kept for ever, and is refused to whoever would change it', async () => {
  await aReleasedCampaign()
  const day = await file('2026-02-03', 'day.csv')
  expect(day.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  await expect(pool().query(`update numbers_file set body = 'key,confirmed'`)).rejects.toThrow(/final/)
  await expect(pool().query(`update numbers_release set confirmed = 1000`)).rejects.toThrow(/final/)
})

test.each([
  ['2026-02-04', 'day.csv'],
  ['2026-02-30', 'day.csv'],
  ['2026-02-03', 'secret.csv'],
])('%s/%s is no release, and a problem document says so', async (date, name) => {
  await aReleasedCampaign()
  const answer = await file(date, name)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/)
})

const reading =
  (change: (name: string, body: Buffer) => Buffer = (_, body) => body) =>
  async (name: string): Promise<Buffer> => {
    const path = /^releases\/([\d-]+)\/(.+)$/.exec(name)
    const newestOf = { 'datapackage.json': newest, 'datapackage.json.sig': newestSignature }[name]
    const answer = path ? await file(path[1] ?? '', path[2] ?? '') : await newestOf?.(asking({}))
    return change(name, Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)))
  }

test('one file verifies a release, and whoever changes a byte of it is found out', async () => {
  await aReleasedCampaign()
  const key = verifierKeyOf('score')
  expect(await verifyPackage(reading(), key)).toEqual({ name: 'score-2026-02-03', confirmed: 33, files: 5, wrong: [] })
  const more = reading((name, body) =>
    name.endsWith('day.csv') ? Buffer.from(body.toString().replace('31', '91')) : body,
  )
  expect((await verifyPackage(more, key)).wrong).toEqual([expect.stringContaining('is not the file that is described')])
  const other = reading((name, body) =>
    name === 'datapackage.json' ? Buffer.from(body.toString().replace('"confirmed": 33', '"confirmed": 93')) : body,
  )
  expect((await verifyPackage(other, key)).wrong).toEqual(['the description is not the one that was signed'])
  expect((await verifyPackage(reading(), verifierKeyOf('other'))).wrong).toEqual([
    'the description is not signed by this key',
  ])
})

test('the archive holds the whole release and verifies where it was unpacked', async () => {
  await aReleasedCampaign()
  const files = unzipSync(new Uint8Array(await (await file('2026-02-03', 'package.zip')).arrayBuffer()))
  expect(Object.keys(files)).toHaveLength(7)
  const read = async (name: string) => Buffer.from(files[name] ?? [])
  expect(await verifyPackage(read, verifierKeyOf('score'))).toMatchObject({ files: 5, wrong: [] })
})
