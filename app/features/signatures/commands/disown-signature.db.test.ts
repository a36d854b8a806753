import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { mailboxIndex } from '../mailbox.server.ts'
import { findConfirmable } from '../queries/confirmable.server.ts'
import { findDisownable } from '../queries/disowned.server.ts'
import { liveCount } from '../queries/live-count.server.ts'
import { signatureForm } from '../schema.ts'
import { confirmTarget } from './confirm-signature.server.ts'
import { allowAgain, disownSignature } from './disown-signature.server.ts'
import { recount } from './recount.server.ts'
import { signPetition } from './sign-petition.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const email = 'camille@example.org'
let campaign: CampaignSummary

beforeEach(async () => {
  forgetSingleton('live-counts')
  campaign = await aCampaign()
})

const sign = (given: Record<string, string> = {}, to = campaign, now = noon) =>
  signPetition(signatureForm.parse({ name: 'Camille Exemple', email, postcode: '31000', consent: 'on', ...given }), {
    campaign: to,
    locale: 'fr',
    textVersion: 1,
    now,
  })
const rows = () => db().signature.findMany({ orderBy: [{ householdRank: 'asc' }, { id: 'asc' }] })
const idOf = async (at = 0) => (await rows())[at]?.id ?? ''
const confirm = async (at = 0) => confirmTarget({ campaignId: campaign.id, id: await idOf(at) }, noon)
const tokenOf = (id: string) => linkToken('not-me', { campaignId: campaign.id, id })
const tallies = () =>
  db().tally.findMany({
    orderBy: [{ dimension: 'asc' }, { key: 'asc' }],
    select: { dimension: true, key: true, n: true },
  })
const blocked = () => db().suppression.findMany({ select: { reason: true } })
const subscriptions = () => db().subscription.findMany({ select: { state: true, endedAt: true } })
const sealedInNews = () => db().subscription.findMany({ select: { sealedEmail: true, sealedName: true } })

test('a signature that waits is deleted with its news and its mails, and the mailbox is left alone', async () => {
  await sign({ news: 'on' })
  await sign({}, campaign, later(2))
  await sign({ news: 'on' }, campaign, later(4))
  const token = tokenOf(await idOf())
  expect(await findDisownable(token)).toEqual({ campaignId: campaign.id, state: 'waiting' })
  expect(await disownSignature(token, later(5))).toEqual({ outcome: 'blocked' })
  expect(await rows()).toEqual([])
  expect(await subscriptions()).toEqual([])
  expect(await db().delivery.count()).toBe(0)
  expect(await blocked()).toEqual([{ reason: 'not-me' }])
  expect(await findDisownable(token)).toEqual({ campaignId: campaign.id, state: 'blocked' })
  expect(await disownSignature(token, later(6))).toEqual({ outcome: 'blocked' })
  expect(await blocked()).toHaveLength(1)
})

test('one that counts counts no more and keeps nothing of the person; the tallies are what a recount finds', async () => {
  await sign({ news: 'on' })
  await sign({ email: 'noor@example.org', country: 'BE', postcode: '' })
  await confirm(0)
  await confirm(1)
  const before = await rows()
  const mine = before.find(({ department }) => department === '31')
  expect(liveCount(campaign.id)).toBe(2)
  const token = tokenOf(mine?.id ?? '')
  expect(await findDisownable(token)).toMatchObject({ state: 'counted' })
  expect(await disownSignature(token, later(5))).toEqual({ outcome: 'blocked' })
  expect(await db().signature.findFirst({ where: { id: mine?.id ?? '' } })).toMatchObject({
    state: 'withdrawn',
    sealedEmail: new Uint8Array(),
    sealedName: new Uint8Array(),
    sealedComment: null,
    showName: false,
    nameIndex: null,
    placeIndex: null,
    domainIndex: null,
    networkIndex: null,
  })
  expect(liveCount(campaign.id)).toBe(1)
  expect(await tallies()).toEqual([
    { dimension: 'all', key: '', n: 1 },
    { dimension: 'country', key: 'BE', n: 1 },
    { dimension: 'department', key: 'unknown', n: 1 },
    { dimension: 'hour', key: '12', n: 1 },
    { dimension: 'language', key: 'fr', n: 1 },
  ])
  expect(await recount(campaign.id, later(6))).toMatchObject({ before: 1, after: 1 })
  expect(await subscriptions()).toEqual([{ state: 'unsubscribed', endedAt: later(5) }])
  expect(await sealedInNews()).toEqual([{ sealedEmail: new Uint8Array(), sealedName: new Uint8Array() }])
  await disownSignature(token, later(7))
  expect((await tallies())[0]).toEqual({ dimension: 'all', key: '', n: 1 })
})

test('pressed five times at once, one signature is taken from the count', async () => {
  await sign()
  await sign({ email: 'noor@example.org' })
  await confirm(0)
  await confirm(1)
  const token = tokenOf(await idOf())
  await Promise.all(Array.from({ length: 5 }, () => disownSignature(token, later(5))))
  expect((await tallies())[0]).toEqual({ dimension: 'all', key: '', n: 1 })
})

test('confirmed and taken back at the same time, the count is what the signatures say', async () => {
  for (let n = 0; n < 12; n += 1) await sign({ email: `p${n}@example.org` })
  const all = await rows()
  await Promise.all(
    all.flatMap(({ id }, at) => [
      confirmTarget({ campaignId: campaign.id, id }, noon),
      ...(at % 2 === 0 ? [disownSignature(tokenOf(id), noon)] : []),
    ]),
  )
  const { before, after } = await recount(campaign.id, later(1))
  expect(before).toBe(after)
  expect(after).toBe(6)
})

test.each([
  ['quarantined', null, 'waiting', 0],
  ['quarantined', noon, 'counted', 1],
  ['invalidated', null, 'waiting', 0],
  ['invalidated', noon, 'counted', 1],
] as const)(
  'one that is %s (confirmed: %s) goes without touching the tallies',
  async (state, confirmedAt, shown, left) => {
    await sign({ email: 'noor@example.org' })
    await confirm()
    await sign()
    const id = (await rows()).find((row) => row.state === 'pending')?.id ?? ''
    await db().signature.updateMany({ where: { id }, data: { state, confirmedAt } })
    const before = await tallies()
    expect(await findDisownable(tokenOf(id))).toMatchObject({ state: shown })
    expect(await disownSignature(tokenOf(id), later(1))).toEqual({ outcome: 'blocked' })
    expect(await tallies()).toEqual(before)
    expect(await db().signature.count({ where: { id } })).toBe(left)
    expect(await db().signature.count({ where: { state: { in: ['quarantined', 'invalidated'] } } })).toBe(0)
  },
)

test('the mailbox is blocked under an index of no campaign', async () => {
  await sign()
  const [row] = await rows()
  await disownSignature(tokenOf(row?.id ?? ''), later(1))
  const [found] = await db().suppression.findMany({ select: { emailIndex: true } })
  expect(found?.emailIndex).toEqual(new Uint8Array(mailboxIndex('Camille+x@EXAMPLE.org')))
  expect(found?.emailIndex).not.toEqual(row?.emailIndex)
})

test('whoever signs with a blocked address has the same answer', async () => {
  await sign()
  await disownSignature(tokenOf(await idOf()), later(1))
  expect(await sign({}, campaign, later(2))).toEqual({ outcome: 'accepted' })
  expect(await rows()).toHaveLength(1)
})

test('the owner of the mailbox may allow it again, with the same link, and sign', async () => {
  await sign()
  await confirm()
  const token = tokenOf(await idOf())
  await disownSignature(token, later(1))
  expect(await allowAgain(token)).toEqual({ outcome: 'allowed' })
  expect(await blocked()).toEqual([])
  expect(await findDisownable(token)).toMatchObject({ state: 'gone' })
  expect(await allowAgain(token)).toEqual({ outcome: 'allowed' })
  expect(await disownSignature(token, later(2)), 'nothing is left to take back').toEqual({ outcome: 'gone' })
  expect(await blocked()).toEqual([])
  await sign({}, campaign, later(3))
  const fresh = (await rows()).find(({ state }) => state === 'pending')
  expect(tokenOf(fresh?.id ?? ''), 'it is another signature').not.toBe(token)
  expect(await confirmTarget({ campaignId: campaign.id, id: fresh?.id ?? '' }, later(4))).toMatchObject({
    outcome: 'confirmed',
  })
  expect((await tallies())[0]).toEqual({ dimension: 'all', key: '', n: 1 })
})

test('each link that blocked a mailbox can allow it again', async () => {
  await sign()
  await sign({ name: 'Noah Exemple' })
  const tokens = (await rows()).map(({ id }) => tokenOf(id))
  for (const token of tokens) await disownSignature(token, later(1))
  expect(await blocked()).toHaveLength(1)
  expect(await allowAgain(tokens[1] ?? '')).toEqual({ outcome: 'allowed' })
  expect(await blocked()).toEqual([])
})

test('the other person of the household keeps their signature', async () => {
  await sign()
  await sign({ name: 'Noah Exemple' })
  await confirm(0)
  await disownSignature(tokenOf(await idOf(1)), later(1))
  expect(await rows()).toMatchObject([{ state: 'confirmed', householdRank: 0 }])
  expect((await tallies())[0]).toEqual({ dimension: 'all', key: '', n: 1 })
})

test('a block for another reason is lifted by no link', async () => {
  await sign()
  const token = tokenOf(await idOf())
  await pool().query(`insert into suppression values ($1, 'complaint', $2)`, [mailboxIndex(email), noon])
  await disownSignature(token, later(1))
  await allowAgain(token)
  expect(await blocked()).toEqual([{ reason: 'complaint' }])
})

test('a link that takes back confirms nothing, and no other link takes back', async () => {
  await sign()
  const id = await idOf()
  expect(await findConfirmable(tokenOf(id), noon)).toBeNull()
  for (const token of [linkToken('confirm', { campaignId: campaign.id, id }), 'x', ''])
    expect(await disownSignature(token, noon)).toEqual({ outcome: 'link-unknown' })
  expect(await findDisownable(linkToken('confirm', { campaignId: campaign.id, id }))).toBeNull()
  expect(await rows()).toMatchObject([{ state: 'pending' }])
})

test('the link of a signature that is gone says so and blocks nothing', async () => {
  await sign()
  const token = tokenOf(await idOf())
  await pool().query('delete from signature')
  expect(await findDisownable(token)).toMatchObject({ state: 'gone' })
  expect(await disownSignature(token, noon)).toEqual({ outcome: 'gone' })
  expect(await blocked()).toEqual([])
})
