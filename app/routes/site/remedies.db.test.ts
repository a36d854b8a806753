import { expect, test } from 'vitest'
import { z } from 'zod'
import { lawForm } from '#app/features/remedies/law-form.ts'
import { letterForm } from '#app/features/remedies/letter-form.ts'
import { pathForm } from '#app/features/remedies/path-form.ts'
import { seedSheets } from '#app/features/sheets/commands/seed-sheets.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { laws } from '#prisma/demo/laws.ts'
import { letters } from '#prisma/demo/letters.ts'
import { paths } from '#prisma/demo/paths.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { loader as list } from './remedies.tsx'
import { loader as law } from './remedies-law.tsx'
import { loader as one } from './remedy.tsx'

const now = new Date('2026-11-29T11:00:00Z')
const lastDay = new Date('2027-06-30T11:00:00Z')
const dayAfter = new Date('2027-07-01T11:00:00Z')

/** A campaign with two letters, a card and what they rest on. */
async function withLetters() {
  const campaign = await aCampaign()
  const few = letters.filter(({ slug }) => ['l10', 'l12', 'l07'].includes(slug))
  await seedSheets({ campaignId: campaign.id, now }, lawForm, laws)
  await seedSheets({ campaignId: campaign.id, now }, letterForm, few)
  return campaign
}

const ask = (campaign: { slug: string }, at: Date, letter?: string) => ({
  request: new Request(`http://localhost/fr/${campaign.slug}/remedies`),
  params: { locale: 'fr', campaign: campaign.slug, letter },
  context: { nonce: '', now: at, network: null, shared: false, throttled: false, session: null },
})

const listed = z.object({
  data: z.object({
    letters: z.array(z.object({ slug: z.string() })),
    expired: z.array(z.object({ slug: z.string(), title: z.string(), checkBy: z.string() })),
  }),
})
const shown = z.object({
  data: z.object({
    letter: z.object({
      found: z.string(),
      laws: z.array(z.object({ slug: z.string() })).optional(),
      next: z.array(z.object({ slug: z.string() })).optional(),
      lawsAway: z.number().optional(),
    }),
  }),
})
const status = (answer: Promise<unknown>) =>
  answer.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )

test('a campaign shows its letters, and one letter with its texts of law and the letters that follow it there', async () => {
  const campaign = await withLetters()
  const { data } = listed.parse(await list(ask(campaign, now)))
  expect(data.letters.map(({ slug }) => slug).toSorted()).toEqual(['l07', 'l10', 'l12'])
  const { letter } = shown.parse(await one(ask(campaign, now, 'l10'))).data
  expect(letter).toMatchObject({ found: 'current', lawsAway: 0, next: [{ slug: 'l12' }] })
  expect(letter.laws?.map(({ slug }) => slug)).toContain('ct-r5412-7')
})

test('the letters lead to the calculator once there are rules of time, and to the barometer as long as one may be answered', async () => {
  const campaign = await withLetters()
  expect(await list(ask(campaign, now))).toMatchObject({ data: { leads: { calculator: false, barometer: true } } })
  await seedSheets({ campaignId: campaign.id, now }, pathForm, paths)
  expect(await list(ask(campaign, now))).toMatchObject({ data: { leads: { calculator: true, barometer: true } } })
  await db().sheet.deleteMany({ where: { campaignId: campaign.id, slug: { in: ['l10', 'l12'] } } })
  expect(await list(ask(campaign, now))).toMatchObject({ data: { leads: { calculator: true, barometer: false } } })
})

test('a letter is there on its last day, and on the next its words are in no answer', async () => {
  const campaign = await withLetters()
  expect(shown.parse(await one(ask(campaign, lastDay, 'l10'))).data.letter.found).toBe('current')
  const after = await one(ask(campaign, dayAfter, 'l10'))
  expect(shown.parse(after).data.letter.found).toBe('expired')
  const words = JSON.stringify([after, await list(ask(campaign, dayAfter)), await law(ask(campaign, dayAfter))])
  expect(words).not.toContain('renoncer à cette mesure')
  expect(words).not.toContain('Vous avez dix jours')
  expect(words).not.toContain('notifie les faits')
})

test('a list names what is being verified again, and since when', async () => {
  const campaign = await withLetters()
  const { letters: current, expired } = listed.parse(await list(ask(campaign, dayAfter))).data
  expect(current).toEqual([])
  expect(expired).toContainEqual({ slug: 'l12', title: 'Saisir le médiateur régional', checkBy: '2027-06-30' })
})

test('a campaign without letters has no page of remedies, and no letter has a page that does not exist', async () => {
  const without = await aCampaign()
  expect(await status(list(ask(without, now)))).toBe(404)
  expect(await status(law(ask(without, now)))).toBe(404)
  expect(await status(one(ask(without, now, 'l10')))).toBe(404)
  const campaign = await withLetters()
  expect(await status(one(ask(campaign, now, 'l99')))).toBe(404)
  expect(await status(one(ask(campaign, now, '../L10')))).toBe(404)
})
