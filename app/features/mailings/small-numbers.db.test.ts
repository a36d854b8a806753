import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aReaderOf, type Reader } from '#prisma/factories/a-reader.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { setAudience } from './commands/set-audience.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { lookAtAudience } from './queries/audience.server.ts'
import { findMailing, listMailings, listUnderWay } from './queries.server.ts'
import { everyone, type Audience } from './rules/audience.ts'
import { runToShow } from './run-desk.server.ts'

const now = new Date('2026-03-20T12:00:00Z')
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const aReader = (given: Reader = {}) => aReaderOf(campaign.id, given)
const look = (rules: Partial<Audience>) => lookAtAudience(campaign.id, { ...everyone, ...rules }, now)

test('a look shows places, languages and months of whom ten look like, in tens, and when it was counted', async () => {
  for (let n = 0; n < 12; n += 1) await aReader({ department: '59', confirmedAt: '2026-02-01T12:00:00Z' })
  await aReader({ department: '59', locale: 'en' })
  const many = await look({ departments: ['59'] })
  expect(many).toMatchObject({
    total: { kind: 'tens', n: 10 },
    split: { few: 'en' },
    at: now.toISOString(),
  })
  expect(many.sample).toHaveLength(8)
  expect(new Set(many.sample.map((reader) => JSON.stringify(reader)))).toEqual(
    new Set([JSON.stringify({ locale: 'fr', department: '59', month: '2026-02' })]),
  )
  const all = await look({})
  expect(all, 'everyone, of whom one reads English').toMatchObject({ total: { n: 13 }, split: { few: 'en' } })
})

test('that one person is there cannot be learned by changing a rule', async () => {
  for (let n = 0; n < 14; n += 1) await aReader({ department: '59' })
  const few = { total: { kind: 'few' }, split: null, at: now.toISOString(), sample: [] }
  const rules: Partial<Audience>[] = [{ signedFrom: '2026-03-05' }, { languages: ['en'] }, { departments: ['62'] }]
  const before = await Promise.all([{ signedFrom: '2026-01-01' }, ...rules].map(look))
  expect(before.slice(1)).toEqual([few, few, few])
  await aReader({ department: '62', locale: 'en', confirmedAt: '2026-03-05T12:00:00Z' })
  expect(await Promise.all([{ signedFrom: '2026-01-01' }, ...rules].map(look))).toEqual(before)
})

test('the page of a mailing to few, the list and the command line tell no number of it', async () => {
  const inside = await aReader({ department: '59' })
  for (let n = 0; n < 12; n += 1) await aReader({ department: '62' })
  const actor = await anActor('campaigner')
  const { id } = await aMailing({ campaignId: campaign.id })
  await setAudience({ actor, id, now, audience: { ...everyone, departments: ['59'] } })
  await startMailing({ actor, id, now })
  await db().delivery.updateMany({ where: { subjectId: inside.id }, data: { state: 'unknown', endedAt: now } })
  const mailing = await findMailing(id)
  expect(mailing && (await runToShow(mailing))).toMatchObject({
    progress: { few: true, unknown: true },
    run: { doubtful: [], left: 0, perMinute: 0 },
  })
  expect((await listMailings('fr')).map(({ progress }) => progress)).toEqual([
    { few: true, underWay: false, failed: false, unknown: true },
  ])
  expect(await listUnderWay('fr')).toEqual([expect.objectContaining({ id, few: true, sent: 0, total: 0 })])
  const [begun] = await db().auditEntry.findMany({ where: { action: 'mailing.started' } })
  expect(JSON.stringify(begun?.detail)).not.toContain('total')
})
