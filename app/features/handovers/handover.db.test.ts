import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { tallyAnew } from '#app/features/signatures/commands/recount.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { emailsOf } from '#app/features/staff/queries/team.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { forgetWords } from './commands/forget-words.server.ts'
import { moveHandover, saveHandover, writeHandover } from './commands/prepare.server.ts'
import { sealHandover } from './commands/seal.server.ts'
import { takeBackDelivered, tellAnswered, tellDelivered } from './commands/tell.server.ts'
import { sha256 } from './pack/archive.server.ts'
import { findForDesk } from './queries/for-team.server.ts'
import { findDownload, findPublicHandover, latestHandover, listPublicHandovers } from './queries/public.server.ts'
import type { HandoverDraft } from './schema.ts'

const noon = new Date('2026-03-01T11:00:00Z')
let campaign: CampaignSummary
let writer: Actor
let second: Actor

const draft = (given: Partial<HandoverDraft> = {}): HandoverDraft => ({
  intent: 'save',
  revision: 1,
  plannedOn: '2026-03-05',
  letterFr: 'Monsieur le Directeur,',
  letterEn: 'Dear Director,',
  organisations: true,
  quotes: true,
  ...given,
})

async function sign(given: Partial<Parameters<typeof aSignature>[0]> = {}) {
  const id = await aSignature({ campaignId: campaign.id, state: 'confirmed', ...given })
  await tallyAnew(campaign.id, noon)
  return id
}

beforeEach(async () => {
  campaign = await aCampaign()
  writer = await anActor('campaigner')
  second = await anActor('campaigner')
})

async function proposed(given: Partial<HandoverDraft> = {}) {
  const { id } = await writeHandover({ actor: writer, campaignId: campaign.id, now: noon }, draft(given))
  const preparing = { actor: writer, campaignId: campaign.id, id, now: noon }
  await moveHandover(preparing, { step: 'propose', revision: 1 })
  return preparing
}
const seal = (id: number, actor = second, revision = 1) => sealHandover({ actor, campaign, id, revision, now: noon })
const shown = (id: number) => findPublicHandover({ campaignId: campaign.id, id, locale: 'fr', today: '2026-03-10' })
const file = async (id: number, name: string) => {
  const found = await findDownload(campaign, { id, name })
  if (found === null || found === 'gone') throw new Error(`${name} is ${String(found)}`)
  return Buffer.from(found.content)
}

test('a pack is sealed by a second person, and its count is the one of the tree head in it', async () => {
  for (let n = 0; n < 3; n += 1) await sign()
  await sign({ locale: 'en' })
  const { id } = await proposed()
  expect(await seal(id, writer)).toEqual({ outcome: 'needs-another' })
  expect(await listPublicHandovers(campaign.id, 'fr', '2026-03-01')).toEqual([])
  expect(await seal(id)).toEqual({ outcome: 'sealed' })
  expect(await seal(id)).toEqual({ outcome: 'not-possible' })
  const manifest: unknown = JSON.parse((await file(id, 'manifest.json')).toString())
  expect(manifest).toMatchObject({
    counts: { confirmed: 4 },
    log: { size: 4, confirmed: 4, withdrawn: 0 },
    texts: [
      { locale: 'fr', version: 1, signed: 3 },
      { locale: 'en', version: 1, signed: 1 },
    ],
  })
  expect(await shown(id)).toMatchObject({ confirmed: 4, head: { size: 4 }, standing: 'sealed' })
})

test('nothing is sealed while the count and the log do not say the same number', async () => {
  await sign()
  const { id } = await proposed()
  await aTally({ campaignId: campaign.id })
  expect(await seal(id)).toEqual({ outcome: 'count-differs' })
  expect(await shown(id)).toBeNull()
  await tallyAnew(campaign.id, noon)
  expect(await seal(id)).toEqual({ outcome: 'sealed' })
})

test('what changes after it was proposed has to be proposed again', async () => {
  const preparing = await proposed()
  expect(
    await saveHandover({ ...preparing, actor: second }, draft({ letterFr: 'Autre.', letterEn: 'Other.' })),
  ).toEqual({
    outcome: 'saved',
  })
  expect(await seal(preparing.id)).toEqual({ outcome: 'not-possible' })
  expect(await saveHandover(preparing, draft())).toEqual({ outcome: 'not-possible' })
  expect(await moveHandover(preparing, { step: 'propose', revision: 1 })).toEqual({ outcome: 'not-possible' })
  expect(await moveHandover(preparing, { step: 'propose', revision: 2 })).toEqual({ outcome: 'proposed' })
  expect(await seal(preparing.id, second, 2)).toEqual({ outcome: 'sealed' })
})

test('nothing of a sealed pack can be changed or deleted, by whatever hand', async () => {
  await sign()
  const { id } = await proposed()
  await seal(id)
  const final = /never changed/
  for (const change of [
    'confirmed = confirmed + 1',
    `letter_fr = 'x'`,
    `head_note = 'x'`,
    `planned_on = now()`,
    `state = 'draft'`,
  ])
    await expect(pool().query(`update handover set ${change} where id = $1`, [id])).rejects.toThrow(final)
  for (const change of [`content = 'x'`, `hash = sha256('x')`, `name = name || 'x'`, 'content = null'])
    await expect(
      pool().query(`update handover_file set ${change} where handover_id = $1 and not may_go`, [id]),
    ).rejects.toThrow(final)
  await expect(pool().query(`delete from handover where id = $1`, [id])).rejects.toThrow(final)
  await expect(pool().query(`delete from handover_file where handover_id = $1`, [id])).rejects.toThrow(final)
  await expect(
    pool().query(
      `insert into handover_file select handover_id, 99, 'more', type, bytes, hash, may_go, content from handover_file where position = 0`,
    ),
  ).rejects.toThrow(final)
})

test('no program can seal with one pair of eyes', async () => {
  await sign()
  const { id } = await proposed()
  await seal(id)
  const { id: other } = await proposed()
  await expect(
    pool().query(
      `update handover n set state = 'sealed', agreed_by_id = n.proposed_by_id, sealed_at = now(), confirmed = 1, on_paper = 0,
         organisations = 0, head_size = o.head_size, head_root = o.head_root, head_note = o.head_note, zip_hash = o.zip_hash, zip_bytes = 1
       from handover o where n.id = $1 and o.id = $2`,
      [other, id],
    ),
  ).rejects.toThrow('handover_four_eyes')
})

test('the archive has the mark that the page says, each file its own, and both are the same at each download', async () => {
  await sign()
  const { id } = await proposed()
  await seal(id)
  const pack = await shown(id)
  const zip = await file(id, 'pack.zip')
  expect(sha256(zip).toString('hex')).toBe(pack?.zip.sha256)
  expect(zip.equals(await file(id, 'pack.zip'))).toBe(true)
  expect(pack?.files.map(({ name }) => name)).toEqual([
    'petition-fr.pdf',
    'petition-fr.txt',
    'petition-en.pdf',
    'petition-en.txt',
    'counts-day.csv',
    'counts-hour.csv',
    'counts-department.csv',
    'counts-country.csv',
    'counts-language.csv',
    'ledger.csv',
    'manifest.json',
    'manifest.note',
  ])
  for (const { name, sha256: mark } of pack?.files ?? [])
    expect(sha256(await file(id, name)).toString('hex')).toBe(mark)
})

async function aQuote(quote: string) {
  const { id } = await aTestimony({ campaignId: campaign.id, state: 'published', uses: ['internal', 'quote', 'press'] })
  await db().testimony.update({ where: { id }, data: { publishedQuote: quote } })
  return id
}

test('words that are taken back leave the pack at once and the database within the hour; their mark stays', async () => {
  await sign()
  const id = await aQuote('Personne ne m’a répondu à [[lieu]].')
  const { id: pack } = await proposed()
  await seal(pack)
  const before = await shown(pack)
  expect((await file(pack, 'voices-fr.txt')).toString()).toContain('Personne ne m’a répondu à [lieu].')
  expect((await file(pack, 'petition-fr.txt')).toString()).not.toContain('Personne ne m’a répondu')
  await db().testimony.update({ where: { id }, data: { uses: ['internal'] } })
  expect(await findDownload(campaign, { id: pack, name: 'voices-fr.pdf' })).toBe('gone')
  expect((await file(pack, 'pack.zip')).toString()).not.toContain('Personne ne m’a répondu')
  expect(await forgetWords(noon)).toBe(1)
  expect(await forgetWords(noon)).toBe(0)
  expect(await db().handoverFile.count({ where: { handoverId: pack, content: null } })).toBe(4)
  const after = await shown(pack)
  expect(after?.files.map(({ sha256: mark }) => mark)).toEqual(before?.files.map(({ sha256: mark }) => mark))
  expect(after?.files.filter(({ gone }) => gone).map(({ name }) => name)).toEqual([
    'voices-fr.pdf',
    'voices-fr.txt',
    'voices-en.pdf',
    'voices-en.txt',
  ])
})

test('a delivery is told with its day, way and role, and then its answer or its silence', async () => {
  await sign()
  const telling = await proposed()
  const { id } = telling
  await seal(id)
  const delivery = {
    intent: 'deliver',
    deliveredOn: '2026-03-05',
    how: 'hand',
    by: 'delegation',
    dueOn: '2026-03-09',
  } as const
  const later = { ...telling, now: new Date('2026-03-10T12:00:00Z') }
  expect(await tellDelivered(telling, delivery)).toMatchObject({ outcome: 'refused', why: 'in-the-future' })
  expect(await tellDelivered(later, { ...delivery, deliveredOn: '2026-02-01' })).toMatchObject({
    why: 'before-sealing',
  })
  expect(await tellDelivered(later, delivery)).toEqual({ outcome: 'delivered' })
  expect(await shown(id)).toMatchObject({ standing: 'silent', how: 'hand', by: 'delegation' })
  const answer = {
    intent: 'answer',
    answeredOn: '2026-03-08',
    answerUrl: null,
    answerFr: 'Nous lisons.',
    answerEn: 'We read.',
  } as const
  expect(await tellAnswered(later, { ...answer, answeredOn: '2026-03-01' })).toMatchObject({ why: 'before-delivery' })
  expect(await tellAnswered(later, answer)).toEqual({ outcome: 'answered' })
  expect(await shown(id)).toMatchObject({ standing: 'answered', answer: 'Nous lisons.' })
  expect(await takeBackDelivered(later)).toEqual({ outcome: 'not-possible' })
  expect(await latestHandover(campaign.id, 'en', '2026-03-10')).toMatchObject({ id, answer: 'We read.' })
})

test('whoever is to agree sees who proposed, as long as it is proposed', async () => {
  const preparing = await proposed()
  const emails = await emailsOf([writer.id])
  const proposedBy = async () => (await findForDesk(campaign.id, preparing.id))?.proposedBy
  expect(await proposedBy()).toBe(emails.get(writer.id))
  await moveHandover(preparing, { step: 'take-back', revision: 1 })
  expect(await proposedBy()).toBeNull()
})
