import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { answerOnce } from './commands/answer-once.server.ts'
import { addPartner, replacePartnerKey, revokePartner } from './commands/manage-partners.server.ts'
import { takeQuota } from './commands/take-quota.server.ts'
import { forgetPartnerRequests } from './jobs.server.ts'
import { findPartner, listPartners } from './queries/partners.server.ts'
import { partnerForm } from './schema.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const day = 86_400

let owner: Actor
let campaignId: number
beforeEach(async () => {
  owner = await anActor('owner')
  campaignId = (await aCampaign()).id
})

async function aPartner(given: Record<string, unknown> = {}) {
  const typed = { organisation: 'Syndicat', name: 'Site', scope: 'sign', perHour: '10', perDay: '12' }
  const partner = partnerForm.parse({ intent: 'add', ...typed, campaigns: [String(campaignId)], ...given })
  const made = await addPartner({ actor: owner, partner }, noon)
  if (made.outcome !== 'made') throw new Error(made.outcome)
  return made
}

test('a key opens what it was made for, and what is kept of it opens nothing', async () => {
  const { id, key } = await aPartner()
  expect(key).toMatch(/^pvx_[\w-]{43}$/)
  expect(await findPartner(key, noon)).toEqual({ id, scopes: ['sign'], campaignIds: [campaignId] })
  const { keyHash } = await db().partner.findUniqueOrThrow({ where: { id } })
  for (const other of [`pvx_${Buffer.from(keyHash).toString('base64url')}`, key.slice(0, -1), `${key}A`, ''])
    expect(await findPartner(other, noon)).toBeNull()
  expect(JSON.stringify(await db().auditEntry.findMany({ select: { action: true, detail: true } }))).not.toContain(key)
})

test('a key is good to the end of its last day, and no longer than nobody took it away', async () => {
  const { id, key } = await aPartner({ until: '2026-02-01' })
  expect(await findPartner(key, new Date('2026-02-01T23:59:59Z'))).not.toBeNull()
  expect(await findPartner(key, new Date('2026-02-02T00:00:00Z'))).toBeNull()
  expect(await revokePartner({ actor: owner, id }, noon)).toEqual({ outcome: 'revoked' })
  expect(await findPartner(key, noon)).toBeNull()
  expect(await revokePartner({ actor: owner, id }, noon)).toEqual({ outcome: 'unknown' })
  expect(await replacePartnerKey({ actor: owner, id }, noon)).toEqual({ outcome: 'unknown' })
})

test('a key that is changed stops at once, and the new one goes on with the same partner', async () => {
  const { id, key } = await aPartner()
  const changed = await replacePartnerKey({ actor: owner, id }, noon)
  if (changed.outcome !== 'made') throw new Error(changed.outcome)
  expect(await findPartner(key, noon)).toBeNull()
  expect((await findPartner(changed.key, noon))?.id).toBe(id)
  const deeds = await db().auditEntry.findMany({ select: { action: true }, orderBy: { seq: 'asc' } })
  expect(deeds.map(({ action }) => action)).toEqual(['partner.added', 'partner.key-replaced'])
})

test('a last day that is over and a campaign that is none are refused', async () => {
  await expect(aPartner({ until: '2026-01-31' })).rejects.toThrow('until-is-over')
  await expect(aPartner({ campaigns: ['999'] })).rejects.toThrow('campaign-unknown')
  const wrongs = [{ perHour: '13' }, { perHour: '0' }, { campaigns: [] }, { until: '2026-02-30' }, { scope: 'all' }]
  for (const wrong of wrongs) await expect(aPartner(wrong)).rejects.toThrow('partners.errors')
})

test('of many requests at once a quota lets pass what it says, and gives it back with its window', async () => {
  const { id } = await aPartner()
  const many = await Promise.all(Array.from({ length: 20 }, () => takeQuota(id, noon)))
  expect(many.filter(({ outcome }) => outcome === 'taken')).toHaveLength(10)
  expect(many.find(({ outcome }) => outcome === 'used-up')).toMatchObject({ seconds: 3600 })
  expect(await takeQuota(id, later(3599))).toMatchObject({ outcome: 'used-up', seconds: 1 })
  for (const at of [3600, 3601]) expect(await takeQuota(id, later(at))).toMatchObject({ outcome: 'taken' })
  expect(await takeQuota(id, later(3602))).toMatchObject({ outcome: 'used-up', seconds: day - 3602 })
  expect(await takeQuota(id, later(day))).toMatchObject({ outcome: 'taken', used: { dayUsed: 1, hourUsed: 1 } })
})

const attempt = { key: 'one', request: 'score\n{"a":1}' }

test('of many requests with one idempotency key one is done, whoever comes first, and the others hear its answer', async () => {
  const { id: partnerId } = await aPartner()
  let done = 0
  const work = async () => {
    done += 1
    return { status: 202, body: '{"status":"confirmation-sent"}' }
  }
  const many = await Promise.all(Array.from({ length: 12 }, () => answerOnce({ partnerId, ...attempt }, noon, work)))
  expect(done).toBe(1)
  expect(many.every(({ outcome }) => outcome === 'answered' || outcome === 'under-way')).toBe(true)
  const answer = { status: 202, body: '{"status":"confirmation-sent"}' }
  const again = await answerOnce({ partnerId, ...attempt }, later(day - 1), work)
  expect(again).toEqual({ outcome: 'answered', answer, again: true })
  const other = await answerOnce({ partnerId, key: 'one', request: 'score\n{"a":2}' }, noon, work)
  expect(other).toEqual({ outcome: 'other-request' })
  expect(done).toBe(1)
  expect(await answerOnce({ partnerId, ...attempt }, later(day), work)).toMatchObject({ again: false })
})

test('what failed is done again with the same key, and so is what a process left behind', async () => {
  const { id: partnerId } = await aPartner()
  const fails = () => Promise.reject(new Error('broken'))
  await expect(answerOnce({ partnerId, ...attempt }, noon, fails)).rejects.toThrow('broken')
  const busy = () => Promise.resolve({ status: 503, body: '{}' })
  expect(await answerOnce({ partnerId, ...attempt }, noon, busy)).toMatchObject({ answer: { status: 503 } })
  let went: (answer: { status: number; body: string }) => void = () => {}
  const never = answerOnce({ partnerId, ...attempt }, noon, () => new Promise((resolve) => (went = resolve)))
  await expect.poll(() => db().partnerRequest.count()).toBe(1)
  const fine = () => Promise.resolve({ status: 202, body: '{}' })
  expect(await answerOnce({ partnerId, ...attempt }, later(59), fine)).toEqual({ outcome: 'under-way' })
  expect(await answerOnce({ partnerId, ...attempt }, later(60), fine)).toMatchObject({ answer: { status: 202 } })
  went({ status: 202, body: '{}' })
  await never
})

test('nothing of a person is kept with an answer, and the answer goes after a day', async () => {
  const { id: partnerId } = await aPartner()
  const request = 'score\n{"email":"camille@example.org"}'
  await answerOnce({ partnerId, key: 'camille', request }, noon, () => Promise.resolve({ status: 202, body: '{}' }))
  const [row] = await db().partnerRequest.findMany()
  expect(JSON.stringify(row)).not.toContain('camille')
  expect(Buffer.from(row?.fingerprint ?? []).toString()).not.toContain('camille')
  await forgetPartnerRequests.run(later(day))
  expect(await db().partnerRequest.count()).toBe(1)
  await forgetPartnerRequests.run(later(day + 1))
  expect(await db().partnerRequest.count()).toBe(0)
})

test('the team sees what came by each partner, and nothing that opens a door', async () => {
  const { id, key } = await aPartner({ until: '2026-03-01' })
  for (const state of ['confirmed', 'pending'] as const) {
    const signatureId = await aSignature({ campaignId, state })
    await db().signature.updateMany({ where: { id: signatureId }, data: { partnerId: id } })
  }
  const listed = await listPartners(noon)
  expect(listed).toMatchObject([{ id, came: 2, confirmed: 1, state: 'good', lastDay: '2026-03-01', lastUsedAt: null }])
  expect(JSON.stringify(listed)).not.toMatch(/keyHash/)
  await takeQuota(id, noon)
  expect(await listPartners(later(40 * day))).toMatchObject([{ state: 'expired', lastUsedAt: noon }])
  expect(key).not.toBe('')
})
