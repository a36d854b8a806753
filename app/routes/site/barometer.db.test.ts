import { expect, test } from 'vitest'
import { z } from 'zod'
import { takeReport } from '#app/features/remedies/commands/take-report.server.ts'
import { letterForm } from '#app/features/remedies/letter-form.ts'
import { reportForm } from '#app/features/remedies/barometer/report.ts'
import { publicBarometer } from '#app/features/remedies/queries/barometer.server.ts'
import { seedSheets } from '#app/features/sheets/commands/seed-sheets.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { inventReports } from '#prisma/demo/barometer.ts'
import { letters } from '#prisma/demo/letters.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { clearDemonstration } from '#prisma/seed.ts'
import { action, loader } from './barometer.tsx'

const now = new Date('2026-08-01T10:00:00Z')
const given = { letter: 'L01', outcome: 'refused', days: 'upTo30', department: '', once: '' }

async function aCampaignWithLetters() {
  const campaign = await aCampaign()
  const some = letters.filter(({ slug }) => slug === 'l01' || slug === 'l07')
  await seedSheets({ campaignId: campaign.id, now }, letterForm, some)
  return campaign
}

function asked(slug: string, { throttled = false, body }: { throttled?: boolean; body?: Record<string, string> } = {}) {
  const url = `http://localhost/fr/${slug}/remedies/barometer`
  const request = new Request(url, body ? { method: 'POST', body: new URLSearchParams(body) } : {})
  const context = { nonce: '', now, network: null, shared: false, throttled, session: null }
  return { request, params: { locale: 'fr', campaign: slug }, context }
}

const refusal = z.object({
  data: z.object({ values: z.record(z.string(), z.unknown()), errors: z.record(z.string(), z.string()) }),
  init: z.object({ status: z.number() }),
})

test('a campaign without letters has no barometer', async () => {
  const { slug } = await aCampaign()
  await expect(loader(asked(slug))).rejects.toMatchObject({ status: 404 })
  await expect(action(asked(slug, { body: given }))).rejects.toMatchObject({ status: 404 })
})

test('what is asked about are the letters of the campaign that somebody may answer', async () => {
  const { slug } = await aCampaignWithLetters()
  const { data } = await loader(asked(slug))
  expect(data.letters.map(({ code }) => code)).toEqual(['L01'])
  expect(data.published).toBeNull()
  const answer = refusal.parse(await action(asked(slug, { body: { ...given, letter: 'L02' } })))
  expect(answer).toMatchObject({ init: { status: 422 }, data: { errors: { letter: 'barometer.errors.letter' } } })
  expect(await db().barometerCount.count()).toBe(0)
})

test('a report is taken once and thanked for; too many from a network come back with what was chosen', async () => {
  const { slug } = await aCampaignWithLetters()
  const tired = refusal.parse(await action(asked(slug, { throttled: true, body: given })))
  expect(tired.init.status).toBe(429)
  expect(tired.data.values).toEqual(given)
  const taken = await action(asked(slug, { body: given }))
  expect(taken).toMatchObject({ status: 303 })
  expect(await db().barometerCount.findMany({ select: { letter: true, department: true, n: true } })).toEqual([
    { letter: 'L01', department: 'unsaid', n: 1 },
  ])
})

test('invented reports leave with the demonstration, real ones stay', async () => {
  const { id } = await aCampaign()
  await db().campaign.update({ where: { id }, data: { demonstration: true } })
  await inventReports(id, now)
  expect(await publicBarometer(id)).not.toBeNull()
  await takeReport(id, reportForm.parse(given), now)
  await clearDemonstration(now)
  expect(await publicBarometer(id)).toBeNull()
  expect(await db().barometerCount.aggregate({ _sum: { n: true } })).toEqual({ _sum: { n: 1 } })
})
