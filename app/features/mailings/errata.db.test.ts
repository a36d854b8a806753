import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { writeErratum } from './commands/write-erratum.server.ts'
import { erratumText } from './erratum-text.ts'
import { countAudience } from './queries/audience.server.ts'
import { findErrata, listCiting } from './queries/errata.server.ts'
import { findMailing } from './queries.server.ts'
import { everyone } from './rules/audience.ts'

const started = new Date('2026-03-10T12:00:00Z')
const now = new Date('2026-03-20T12:00:00Z')
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign({ slug: 'score' })
})

const claim = {
  slug: 'a-score',
  version: 2,
  title: { fr: 'Un score', en: 'A score' },
  note: { fr: 'Ils en trient *neuf*.', en: 'They sort nine.' },
}
const corrected = () => ({ campaign, slug: 'a-score', publishedOn: '2026-03-15' })

const saying = (body: string) => ({ fr: { subject: 'Des nouvelles', body }, en: { subject: 'News', body: 'Hello.' } })

async function aCiting(body = 'Voir [ceci](https://portevoix.example/fr/score/claims/a-score).', startedAt = started) {
  const { id } = await aMailing({ campaignId: campaign.id, state: 'sent', startedAt, texts: saying(body) })
  return id
}

const handedTo = (mailingId: string, subject: string) =>
  db().$executeRaw`insert into delivery (campaign_id, id, kind, subject_id, mailing_id, lane, due_at, state)
    values (${campaign.id}, ${randomUUID()}::uuid, 'update', ${subject}::uuid, ${mailingId}::uuid, 1, ${now}, 'handed-over')`

test('updates that linked to a claim before its correction are found by its address, in whatever language, and no others', async () => {
  const page = await aCiting()
  const inList = await aCiting('https://portevoix.example/en/score/claims#a-score, et plus.')
  await aCiting('https://portevoix.example/fr/score/claims/a-score-of-another')
  await aCiting('https://portevoix.example/fr/other/claims/a-score')
  await aCiting(undefined, new Date('2026-03-16T12:00:00Z'))
  await aMailing({ campaignId: campaign.id, texts: saying('https://portevoix.example/fr/score/claims/a-score') })
  const found = await listCiting(corrected(), 'fr')
  expect(found.map(({ id }) => id).toSorted()).toEqual([page, inList].toSorted())
  expect(found[0]).toMatchObject({ subject: 'Des nouvelles', startedOn: '2026-03-10', erratum: null })
})

test('an erratum begins as a draft in both languages, for those who were handed the update, and once only', async () => {
  const correctsId = await aCiting()
  const reader = await aSubscription({ campaignId: campaign.id })
  await aSubscription({ campaignId: campaign.id })
  await handedTo(correctsId, reader.id)
  const actor = await anActor('campaigner')
  const written = await Promise.all([1, 2].map(() => writeErratum({ actor, correctsId, claim, now })))
  expect(written.map(({ outcome }) => outcome).toSorted()).toEqual(['already-written', 'written'])
  const [first] = written
  const id = first && 'id' in first ? first.id : ''
  const draft = await findMailing(id)
  expect(draft).toMatchObject({ state: 'draft', audience: { update: { id: correctsId, received: true } } })
  expect(draft?.texts.fr.subject).toBe('Rectificatif : Des nouvelles')
  for (const locale of ['fr', 'en'] as const) {
    expect(draft?.texts[locale].body).toContain(`/${locale}/score/claims/a-score)`)
    expect(draft?.texts[locale].body).toContain(`/${locale}/score/updates/${correctsId})`)
  }
  expect(draft?.texts.fr.body).toContain('\\*neuf\\*')
  const { fr, en } = await countAudience(campaign.id, draft?.audience ?? everyone)
  expect(fr + en).toBe(1)
  expect(await listCiting(corrected(), 'fr')).toMatchObject([{ erratum: { id, state: 'draft' } }])
})

test('the archive says that a correction followed once it has gone out, and the correction what it corrects', async () => {
  const correctsId = await aCiting()
  await handedTo(correctsId, (await aSubscription({ campaignId: campaign.id })).id)
  const actor = await anActor('campaigner')
  const said = await writeErratum({ actor, correctsId, claim, now })
  const id = said.outcome === 'written' ? said.id : ''
  expect(await findErrata(correctsId, 'fr')).toEqual({ corrects: null, corrections: [] })
  expect(await startMailing({ actor, id, now })).toMatchObject({ outcome: 'started' })
  expect(await findErrata(correctsId, 'fr')).toEqual({
    corrects: null,
    corrections: [{ id, subject: 'Rectificatif : Des nouvelles', startedOn: '2026-03-20' }],
  })
  expect(await findErrata(id, 'en')).toMatchObject({ corrects: { id: correctsId, subject: 'News' }, corrections: [] })
})

test('one that was dropped before it began says nothing, so that another may be written; a draft is no update', async () => {
  const correctsId = await aCiting()
  const actor = await anActor('campaigner')
  const first = await writeErratum({ actor, correctsId, claim, now })
  await db().mailing.update({
    where: { id: first.outcome === 'written' ? first.id : '' },
    data: { state: 'cancelled' },
  })
  expect(await writeErratum({ actor, correctsId, claim, now })).toMatchObject({ outcome: 'written' })
  const draft = await aMailing({ campaignId: campaign.id })
  expect(await writeErratum({ actor, correctsId: draft.id, claim, now })).toEqual({ outcome: 'unknown' })
  expect(await writeErratum({ actor, correctsId: randomUUID(), claim, now })).toEqual({ outcome: 'unknown' })
})

test('a subject stays within its length, and is cut where a word ends', () => {
  const about = { title: 'T', note: 'N', url: 'https://a.example/c' }
  const subject = 'mot '.repeat(60).trim()
  const text = erratumText('fr', {
    subject,
    startedAt: started,
    claim: about,
    letterUrl: 'https://a.example/l',
    association: 'A',
  })
  expect([...text.subject].length).toBeLessThanOrEqual(150)
  expect(text.subject).toMatch(/mot…$/)
})
