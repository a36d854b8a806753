import { expect, test } from 'vitest'
import { z } from 'zod'
import { pathForm } from '#app/features/remedies/path-form.ts'
import { findTree } from '#app/features/remedies/queries/paths.server.ts'
import { seedSheets } from '#app/features/sheets/commands/seed-sheets.server.ts'
import { paths } from '#prisma/demo/paths.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { loader } from './deadlines.tsx'

const shown = z.object({
  data: z.object({
    sheets: z.array(z.object({ slug: z.string() })),
    expired: z.array(z.object({ slug: z.string(), checkBy: z.string() })),
  }),
})

const open = (slug: string, today: string) =>
  loader({
    request: new Request(`http://localhost/fr/${slug}/remedies/deadlines`),
    params: { locale: 'fr', campaign: slug },
    context: {
      nonce: '',
      now: new Date(`${today}T11:00:00Z`),
      network: null,
      shared: false,
      throttled: false,
      session: null,
    },
  })

test('a campaign without rules of time has no such page', async () => {
  const { slug } = await aCampaign()
  await expect(open(slug, '2026-04-02')).rejects.toMatchObject({ status: 404 })
})

test('a rule whose day to be verified has passed is not counted any more, and none of its words are given away', async () => {
  const { id, slug } = await aCampaign()
  const seeds = paths.map((one) => (one.slug === 'd-obs' ? { ...one, checkBy: '2026-09-01' } : one))
  await seedSheets({ campaignId: id, now: new Date('2026-04-01T10:00:00Z') }, pathForm, seeds)

  const before = shown.parse(await open(slug, '2026-09-01'))
  expect(before.data.expired).toEqual([])
  expect(before.data.sheets.map((sheet) => sheet.slug)).toContain('d-obs')
  expect(before.data.sheets.map((sheet) => sheet.slug)).not.toContain('tree')

  const after = await open(slug, '2026-09-02')
  expect(shown.parse(after).data.sheets).toHaveLength(before.data.sheets.length - 1)
  expect(shown.parse(after).data.expired).toEqual([{ slug: 'd-obs', checkBy: '2026-09-01' }])
  expect(JSON.stringify(after)).not.toContain('Vous avez dix jours')
})

test('a tree that is being verified again is not there', async () => {
  const { id } = await aCampaign()
  await seedSheets({ campaignId: id, now: new Date('2026-04-01T10:00:00Z') }, pathForm, paths)
  const seed = paths.find(({ slug }) => slug === 'tree')
  const tree = await findTree(id, '2027-06-30')
  expect(tree?.content.steps[0]?.id).toBe('start')
  expect(tree).toMatchObject({ verifiedOn: seed?.verifiedOn, version: 1, publishedOn: seed?.verifiedOn })
  expect(await findTree(id, '2027-07-01')).toBeNull()
})
