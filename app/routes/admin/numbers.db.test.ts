import { expect, test } from 'vitest'
import { addStaff } from '#app/features/staff/commands/add-staff.server.ts'
import { enterWithLink } from '#app/features/staff/commands/sessions.server.ts'
import type { StaffRole } from '#app/features/staff/policy.ts'
import { releasePlaces } from '#app/features/numbers/commands/release-places.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { loader as counts } from '../machine/counts.ts'
import { loader as download } from './numbers-download.ts'
import { loader as page } from './numbers.tsx'

const now = new Date('2026-02-05T12:00:00Z')

async function aSession(role: StaffRole): Promise<string> {
  const { token } = await addStaff({ actor: null, email: `${role}@example.org`, role, keyring: null }, now)
  const entered = await enterWithLink(token, now)
  return entered.outcome === 'entered' ? entered.session : ''
}

const asking = (path: string, session: string | null) => ({
  request: new Request(`http://localhost:3000${path}`),
  params: { slug: 'score' },
  context: { nonce: '', now, network: null, session, shared: false, throttled: false },
})

const asFile = (by: string, format: string) => `?campaign=score&by=${by}&format=${format}`

async function aCountedCampaign() {
  const { id: campaignId } = await aCampaign({ slug: 'score' })
  await aTally({ campaignId, day: '2026-02-01', department: '75', n: 31 })
  await aTally({ campaignId, day: '2026-02-05', department: '2A', n: 2 })
  return campaignId
}

test('the team’s download by day is the public file, byte for byte', async () => {
  await aCountedCampaign()
  const session = await aSession('analyst')
  for (const format of ['csv', 'json']) {
    const theirs = await download(asking(`/admin/numbers/download${asFile('day', format)}`, session))
    const open = await counts(asking(`/api/v1/campaigns/score/counts${asFile('day', format)}`, null))
    expect(await theirs.text()).toBe(await open.text())
    expect(theirs.headers.get('Cache-Control')).toBe('no-store')
  }
})

test('the team’s download says small places as they are', async () => {
  await aCountedCampaign()
  const session = await aSession('analyst')
  const file = await download(asking(`/admin/numbers/download${asFile('department', 'csv')}`, session))
  expect(await file.text()).toBe('key,confirmed\r\n2A,2\r\n75,31\r\n')
})

test('the page shows today, the total and small places as they are', async () => {
  await releasePlaces(await aCountedCampaign(), new Date())
  const { data: shown } = await page(asking('/admin/numbers', await aSession('analyst')))
  expect(shown.shown?.numbers).toMatchObject({ confirmed: 33, time: { today: 2 } })
  expect(shown.shown?.numbers.departments.known).toMatchObject([
    { key: '75', label: 'Paris', confirmed: 31 },
    { key: '2A', label: 'Corse-du-Sud', confirmed: 2 },
  ])
  const seen = new Map(shown.shown?.seen.map(({ key, confirmed }) => [key, confirmed]))
  expect(['2A', '75', '48'].map((key) => seen.get(key))).toEqual(['<10', 20, '<10'])
})

test('nobody without a session or without the permission reads them', async () => {
  await aCountedCampaign()
  const moderator = await aSession('moderator')
  for (const loader of [page, download]) {
    const refused = (session: string | null) => loader(asking(`/admin/numbers${asFile('day', 'csv')}`, session))
    await expect(refused(null)).rejects.toMatchObject({ status: 303 })
    await expect(refused(moderator)).rejects.toMatchObject({ status: 403 })
  }
})

test.each([
  ['?campaign=nowhere', 404],
  ['?campaign=score&by=year', 400],
  ['', 404],
])('a download of %j is refused with %i', async (query, status) => {
  await aCountedCampaign()
  const session = await aSession('analyst')
  await expect(download(asking(`/admin/numbers/download${query}`, session))).rejects.toMatchObject({ status })
})
