import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { listVersions } from '#app/features/sheets/queries/public.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aClaim, aClaimContent, correctClaim } from '#prisma/factories/a-claim.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { claimForm } from './claim-form.ts'
import { putCopyIntoDraft } from './commands/put-copy-into-draft.server.ts'
import { correctionsFeed } from './corrections-feed.server.ts'
import { findClaim, listClaims, listClaimsAbout, listCorrections } from './queries/claims.server.ts'
import { findCorrectedClaim } from './queries/corrected.server.ts'

const reading = { locale: 'fr' as const, today: '2026-03-02' }
const now = new Date('2026-03-02T10:00:00Z')

test('a correction is public with its day, its reason and what changed, and the feed tells of it', async () => {
  const campaign = await aCampaign()
  const sheetId = await aClaim({ campaignId: campaign.id })
  expect(await listCorrections(campaign.id, reading)).toEqual([])
  const wrong = aClaimContent()
  const content = aClaimContent({ fr: { ...wrong.fr, body: 'They sort nine files a day.' }, state: 'corrected' })
  await correctClaim({ actor: await anActor('campaigner'), sheetId, content, now })
  const found = await findClaim(campaign.id, 'a-score', reading)
  expect(found).toMatchObject({
    claim: { state: 'corrected', version: 2, body: 'They sort nine files a day.' },
    log: [
      { version: 2, change: 'correction', publishedOn: '2026-03-02', note: 'Ils en trient neuf.' },
      { version: 1, change: 'first', publishedOn: '2026-01-16', changed: null },
    ],
  })
  const corrections = await listCorrections(campaign.id, reading)
  expect(corrections).toMatchObject([{ slug: 'a-score', version: 2, publishedOn: '2026-03-02' }])
  const head = { locale: 'fr', title: 'T', association: 'A', since: now, pageUrl: 'https://a.example/fr/c/claims' }
  const feed = correctionsFeed({ ...head, selfUrl: 'https://a.example/fr/c/claims.atom' }, corrections)
  expect(feed).toContain('<updated>2026-03-02T00:00:00Z</updated>')
  expect(feed).toContain('https://a.example/fr/c/claims/a-score#version-2')
})

test('past the day by which it is verified again no word of a claim is shown, and its corrections are not either', async () => {
  const campaign = await aCampaign()
  await aClaim({ campaignId: campaign.id })
  const late = { ...reading, today: '2027-01-01' }
  expect(await findClaim(campaign.id, 'a-score', late)).toEqual({
    expired: { slug: 'a-score', title: 'A score (fr)', checkBy: '2026-12-31' },
  })
  expect((await listClaims(campaign.id, late)).claims).toEqual([])
  expect(await findClaim(campaign.id, 'another', reading)).toBeNull()
  expect(await findClaim((await aCampaign()).id, 'a-score', reading)).toBeNull()
})

test('a system is shown the claims that speak of it', async () => {
  const campaign = await aCampaign()
  await aClaim({ campaignId: campaign.id, slug: 'one', content: aClaimContent({ systems: ['charte'] }) })
  await aClaim({ campaignId: campaign.id, slug: 'two' })
  expect((await listClaimsAbout(campaign.id, 'charte', reading)).map(({ slug }) => slug)).toEqual(['one'])
})

test('the hash of a copy goes into the draft that was seen, and into no other', async () => {
  const campaign = await aCampaign()
  const sheetId = await aClaim({ campaignId: campaign.id })
  const actor = await anActor('campaigner')
  const copy = { hash: 'a'.repeat(64), bytes: 12, on: '2026-03-01' }
  const { revision } = (await findCorrectedClaim(sheetId)) ?? { revision: 0 }
  expect(await putCopyIntoDraft(copy, { actor, sheetId, revision, now })).toMatchObject({ outcome: 'saved' })
  expect(await putCopyIntoDraft(copy, { actor, sheetId, revision, now })).toEqual({ outcome: 'changed-meanwhile' })
  const { draft } = await db().sheet.findUniqueOrThrow({ where: { id: sheetId } })
  expect(draft).toMatchObject({ copyHash: copy.hash, copyBytes: 12, copyOn: '2026-03-01', state: 'reported' })
  expect((await listVersions(campaign.id, claimForm, 'a-score')).map(({ content }) => content.copyHash)).toEqual([''])
})

/** The statements of the migration that move claims. */
async function moveClaims() {
  const file = new URL('../../../prisma/migrations/0125_claims_become_sheets/migration.sql', import.meta.url)
  const statements = (await readFile(file, 'utf8')).split(';').filter((one) => /INSERT INTO/.test(one))
  expect(statements).toHaveLength(2)
  for (const statement of statements) await db().$executeRawUnsafe(statement)
}

test('claims of before become sheets with their words, their day and the answer beside them; again changes nothing', async () => {
  const campaign = await aCampaign()
  await db().campaign.update({ where: { id: campaign.id }, data: { verifiedOn: new Date('2026-01-20') } })
  const { title, body, source, answerTitle, answer, answerSource } = aClaimContent().fr
  const text = { title, body, source, answerTitle, answer, answerSource }
  const row = { campaignId: campaign.id, sourceUrl: 'https://example.org/s', seenOn: new Date('2026-01-10') }
  await db().claim.create({
    data: {
      ...row,
      slug: 'one',
      position: 1,
      texts: {
        create: [
          { locale: 'fr', ...text },
          { locale: 'en', ...text, body: 'In English.' },
        ],
      },
    },
  })
  await db().claim.create({
    data: { ...row, slug: 'two', position: 2, texts: { create: [{ locale: 'fr', ...text, answer: '' }] } },
  })
  await moveClaims()
  await moveClaims()
  const { claims } = await listClaims(campaign.id, { ...reading, locale: 'en', today: '2026-01-21' })
  expect(claims).toMatchObject([
    {
      slug: 'one',
      body: 'In English.',
      seenOn: '2026-01-10',
      verifiedOn: '2026-01-20',
      answer: { words: { body: answer }, soughtOn: null },
    },
    { slug: 'two', body, answer: { words: null, soughtOn: '2026-01-10' } },
  ])
})
