import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { signaturePlace } from '../places.ts'
import { findConfirmable } from '../queries/confirmable.server.ts'
import { signatureForm } from '../schema.ts'
import { openPerson } from '../sealed-person.server.ts'
import { confirmSignature } from './confirm-signature.server.ts'
import { signPetition } from './sign-petition.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const form = (given: Record<string, string> = {}) =>
  signatureForm.parse({
    name: 'Camille Exemple',
    email: 'camille@example.org',
    postcode: '31000',
    consent: 'on',
    ...given,
  })
const sign = (given: Record<string, string> = {}, now = noon) =>
  signPetition(form(given), { campaign, locale: 'fr', textVersion: 1, now })
const tokenOf = (id: string) => linkToken('confirm', { campaignId: campaign.id, id })
const onlySignature = () => db().signature.findFirstOrThrow()
const deliveries = () =>
  db().delivery.findMany({ select: { kind: true, subjectId: true, dueAt: true }, orderBy: { id: 'asc' } })
const tally = (dimension: string) =>
  db().tally.findMany({ where: { dimension }, select: { key: true, n: true, day: true } })

test('a signature is sealed, pending, bound to its text, and waits with its confirmation mail', async () => {
  expect(await sign()).toEqual({ outcome: 'accepted' })
  const signature = await onlySignature()
  expect(signature).toMatchObject({ state: 'pending', department: '31', country: 'FR', locale: 'fr', textVersion: 1 })
  const person = { email: 'camille@example.org', name: 'Camille Exemple' }
  expect(openPerson(signature, (column) => signaturePlace(column, signature))).toEqual(person)
  expect(() => openPerson(signature, () => signaturePlace('sealed_name', signature))).toThrow('changed or moved')
  expect(await deliveries()).toEqual([{ kind: 'confirmation', subjectId: signature.id, dueAt: noon }])
})

test('neither address nor name is anywhere in the database in clear', async () => {
  await sign({ name: 'Zebulon Marqueur', email: 'zebulon.marqueur@example.org', comment: 'marqueur', news: 'on' })
  const { rows } = await pool().query<{ table: string }>(
    `select tablename as "table" from pg_tables where schemaname = 'public'`,
  )
  for (const { table } of rows) {
    const { rows: found } = await pool().query<{ row: string }>(`select t::text as row from "${table}" t`)
    for (const { row } of found) {
      const plain = row.replace(/\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))
      expect(`${table} ${plain}`).not.toMatch(/marqueur|zebulon/i)
    }
  }
})

test('one person signs once, however many forms in whatever spellings arrive at once', async () => {
  const locals = [
    'camille',
    'Camille',
    'c.amille',
    'ca.mi.lle',
    'CAMILLE',
    'camille+a',
    'cam.ille+petition',
    'CA.MILLE+x',
  ]
  const hosts = ['gmail.com', 'Gmail.com', 'GMAIL.COM', 'googlemail.com', ' gmail.com']
  const spellings = locals.flatMap((local) =>
    hosts.map((host) => `${local}@${host.trim()}${host === ' gmail.com' ? ' ' : ''}`),
  )
  expect(new Set(spellings).size).toBe(40)
  await Promise.all(Array.from({ length: 200 }, (_, at) => sign({ email: spellings[at % spellings.length] ?? '' })))
  expect(await db().signature.count()).toBe(1)
})

test('a domain is one domain in its own letters and in those of DNS', async () => {
  await Promise.all(
    ['camille@bücher.example', 'camille@xn--bcher-kva.example', 'Camille@BÜCHER.example'].map((email) =>
      sign({ email }),
    ),
  )
  expect(await db().signature.count()).toBe(1)
})

test('a pending person who signs again gets the confirmation again, a minute later at the earliest', async () => {
  await sign()
  await sign({}, later(0.5))
  expect((await deliveries()).map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ['confirmation', noon],
    ['confirmation', later(1)],
  ])
})

test('a confirmed person who signs again is told the truth by mail, at once', async () => {
  await sign()
  const { id } = await onlySignature()
  await confirmSignature(tokenOf(id), later(1))
  expect(await sign({ email: 'CAMILLE+again@example.org' }, later(2))).toEqual({ outcome: 'accepted' })
  expect((await deliveries()).at(-1)).toEqual({ kind: 'already_signed', subjectId: id, dueAt: later(2) })
})

test('until it is confirmed the last form counts, and the link shows what it will record', async () => {
  await sign({ name: 'Insulte Choisie', postcode: '97400', comment: 'Un mot', showName: 'on', news: 'on' })
  const { id } = await onlySignature()
  expect(await findConfirmable(tokenOf(id), noon)).toMatchObject({
    name: 'Insulte Choisie',
    showName: true,
    news: true,
    comment: 'Un mot',
  })
  await sign({ postcode: '75011' }, later(5))
  const shown = { name: 'Camille Exemple', showName: false, news: false, comment: null }
  expect(await findConfirmable(tokenOf(id), later(5))).toMatchObject(shown)
  await confirmSignature(tokenOf(id), later(6))
  expect(await onlySignature()).toMatchObject({ id, department: '75', showName: false, sealedComment: null })
  expect(await db().subscription.count({ where: { state: 'active' } })).toBe(0)
})

test('a confirmed signature is changed by no form', async () => {
  await sign()
  const { id } = await onlySignature()
  await confirmSignature(tokenOf(id), later(1))
  const before = await onlySignature()
  await sign({ name: 'Quelqu’un d’autre', postcode: '13001', showName: 'on' }, later(5))
  const { mails: _, mailedAt: __, ...after } = await onlySignature()
  expect(before).toMatchObject(after)
})

test('nobody can be flooded: five mails at most', async () => {
  for (let minute = 0; minute < 20; minute += 1) await sign({}, later(minute * 2))
  expect(await deliveries()).toHaveLength(5)
})

test('a closed campaign takes no signature', async () => {
  campaign = await aCampaign({ state: 'closed' })
  expect(await sign()).toEqual({ outcome: 'campaign-closed' })
  expect(await db().signature.count()).toBe(0)
})

test('a signature is counted once, however often and however fast the link is pressed', async () => {
  await sign()
  const { id } = await onlySignature()
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => confirmSignature(tokenOf(id), later(1))))
  expect(outcomes.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(1)
  expect(outcomes.filter(({ outcome }) => outcome === 'already-confirmed')).toHaveLength(29)
  expect(await confirmSignature(tokenOf(id), later(2))).toMatchObject({ outcome: 'already-confirmed' })
  expect(await tally('all')).toEqual([{ key: '', n: 1, day: new Date('2026-02-01') }])
})

test('a confirmation is tallied by department, country, language and hour of Paris', async () => {
  await sign()
  await sign({ email: 'b@example.org', country: 'BE', postcode: '' })
  for (const { id } of await db().signature.findMany()) await confirmSignature(tokenOf(id), later(1))
  const counted = async (dimension: string) =>
    Object.fromEntries((await tally(dimension)).map(({ key, n }) => [key, n]))
  expect(await counted('all')).toEqual({ '': 2 })
  expect(await counted('department')).toEqual({ '31': 1, unknown: 1 })
  expect(await counted('country')).toEqual({ BE: 1, FR: 1 })
  expect(await counted('language')).toEqual({ fr: 2 })
  expect(await counted('hour')).toEqual({ '12': 2 })
})

test('after seven days a link does nothing and looks like any unknown one', async () => {
  await sign()
  const { id } = await onlySignature()
  const unknown = await confirmSignature('x'.repeat(48), noon)
  expect(await confirmSignature(tokenOf(id), later(7 * 24 * 60 + 1))).toEqual(unknown)
  expect(await confirmSignature(linkToken('unsubscribe', { campaignId: campaign.id, id }), noon)).toEqual(unknown)
  expect(await tally('all')).toEqual([])
})

test('news are asked for by a tick and start with the confirmation', async () => {
  await sign()
  expect(await db().subscription.count()).toBe(0)
  await sign({ email: 'news@example.org', news: 'on' })
  expect(await db().subscription.findMany({ select: { state: true } })).toEqual([{ state: 'pending' }])
  for (const { id } of await db().signature.findMany()) await confirmSignature(tokenOf(id), later(1))
  expect(await db().subscription.findMany({ select: { state: true } })).toEqual([{ state: 'active' }])
})

test('the last form counts: without the tick, news that nobody confirmed are not sent', async () => {
  await sign({ news: 'on' })
  await sign({}, later(5))
  const { id } = await onlySignature()
  await confirmSignature(tokenOf(id), later(6))
  expect(await db().subscription.count({ where: { state: 'active' } })).toBe(0)
})

test('a form without the tick does not take news away from who confirmed them', async () => {
  await sign({ news: 'on' })
  const { id } = await onlySignature()
  await confirmSignature(tokenOf(id), later(1))
  await sign({}, later(5))
  expect(await db().subscription.findFirstOrThrow()).toMatchObject({ state: 'active' })
})

test('whoever left the news and asks again hears nothing before pressing the link', async () => {
  await sign({ news: 'on' })
  const { id } = await onlySignature()
  await confirmSignature(tokenOf(id), later(1))
  await db().subscription.updateMany({ data: { state: 'unsubscribed' } })
  await sign({ news: 'on' }, later(5))
  expect(await db().subscription.findFirstOrThrow()).toMatchObject({ state: 'pending' })
  expect(await confirmSignature(tokenOf(id), later(6))).toMatchObject({ outcome: 'already-confirmed' })
  expect(await db().subscription.findFirstOrThrow()).toMatchObject({ state: 'active' })
})

test.each(['quarantined', 'invalidated'] as const)(
  'a signature that is %s is confirmed like any other, and counts nowhere',
  async (state) => {
    await sign({ news: 'on' })
    const { id } = await onlySignature()
    await db().signature.updateMany({ data: { state } })
    expect(await confirmSignature(tokenOf(id), later(1))).toMatchObject({ outcome: 'confirmed' })
    expect(await confirmSignature(tokenOf(id), later(2))).toMatchObject({ outcome: 'already-confirmed' })
    expect(await onlySignature()).toMatchObject({ state, confirmedAt: later(1) })
    expect(await tally('all')).toEqual([])
    expect(await db().subscription.count({ where: { state: 'active' } })).toBe(0)
  },
)

test('the mail of a signature without the proof of work that was asked for leaves ten minutes later', async () => {
  await signPetition(form(), { campaign, locale: 'fr', textVersion: 1, now: noon, proof: 'missing' })
  expect((await deliveries()).map(({ dueAt }) => dueAt)).toEqual([later(10)])
})
