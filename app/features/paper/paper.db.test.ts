import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { aBatchForm } from '#prisma/factories/a-paper-batch.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { decideOnBatch } from './commands/decide-on-batch.server.ts'
import { enterBatch } from './commands/enter-batch.server.ts'
import { setPaperAddress } from './commands/set-address.server.ts'
import { countBatchesFor, findBatch, listBatches } from './queries/for-team.server.ts'
import { countOnPaper, findPaperAddress, listPublicBatches } from './queries.server.ts'
import type { BatchForm } from './schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'

const now = new Date('2026-02-01T12:00:00Z')
const verify = { intent: 'verify' } as const

async function entered(actor: Actor, form: BatchForm): Promise<string> {
  const answer = await enterBatch(actor, form, now)
  if (answer.outcome !== 'entered') throw new Error(answer.outcome)
  return answer.id
}

async function aTeam() {
  const [first, second] = await Promise.all([anActor('campaigner'), anActor('owner')])
  return { campaign: await aCampaign(), first, second }
}

async function counted(campaignId: number, { first, second }: { first: Actor; second: Actor }, given = {}) {
  const id = await entered(first, aBatchForm(campaignId, given))
  await decideOnBatch(verify, { actor: second, id, now })
  return id
}

test('a batch counts once somebody else has verified it', async () => {
  const { campaign, first, second } = await aTeam()
  const id = await entered(first, aBatchForm(campaign.id))
  expect(await countOnPaper(campaign.id)).toBe(0)
  expect(await decideOnBatch(verify, { actor: first, id, now })).toEqual({ outcome: 'own-entry' })
  expect(await countOnPaper(campaign.id)).toBe(0)
  expect(await countBatchesFor(first)).toBe(0)
  expect(await countBatchesFor(second)).toBe(1)
  expect(await decideOnBatch(verify, { actor: second, id, now })).toEqual({ outcome: 'done' })
  expect(await countOnPaper(campaign.id)).toBe(40)
  expect(await decideOnBatch(verify, { actor: second, id, now })).toEqual({ outcome: 'decided-meanwhile' })
})

test('not even a mistaken program counts what one person alone has seen', async () => {
  const { campaign, first } = await aTeam()
  const id = await entered(first, aBatchForm(campaign.id))
  for (const decidedById of [first.id, null])
    await expect(db().paperBatch.update({ where: { id }, data: { state: 'verified', decidedById } })).rejects.toThrow(
      'four_eyes',
    )
})

test('ten who verify and decline at once decide once', async () => {
  const { campaign, first } = await aTeam()
  const id = await entered(first, aBatchForm(campaign.id))
  const team = await Promise.all(Array.from({ length: 10 }, () => anActor('campaigner')))
  const answers = await Promise.all(
    team.map((actor, at) =>
      decideOnBatch(at % 2 ? verify : { intent: 'decline', reason: 'countDiffers' }, { actor, id, now }),
    ),
  )
  expect(answers.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
  expect(await db().auditEntry.count({ where: { action: { in: ['paper.verified', 'paper.declined'] } } })).toBe(1)
})

test('one scan counts once, however many enter it at once', async () => {
  const { campaign, second } = await aTeam()
  const form = aBatchForm(campaign.id)
  const team = await Promise.all(Array.from({ length: 8 }, () => anActor('campaigner')))
  const answers = await Promise.all(team.map((actor) => enterBatch(actor, form, now)))
  expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual([
    'entered',
    ...Array.from({ length: 7 }, () => 'scan-known'),
  ])
  const other = await aCampaign()
  const elsewhere = { ...form, text: { ...form.text, campaignId: other.id } }
  expect((await enterBatch(second, elsewhere, now)).outcome).toBe('entered')
})

test('what was set aside may be entered again', async () => {
  const { campaign, first } = await aTeam()
  const form = aBatchForm(campaign.id)
  const id = await entered(first, form)
  expect(await decideOnBatch({ intent: 'decline', reason: 'takenBack' }, { actor: first, id, now })).toEqual({
    outcome: 'done',
  })
  expect((await enterBatch(first, form, now)).outcome).toBe('entered')
})

test('a correction takes the place of the former entry when it is verified, and not before', async () => {
  const { campaign, ...team } = await aTeam()
  const form = aBatchForm(campaign.id)
  const id = await entered(team.first, form)
  const correction = { ...form, valid: 38, corrects: id, reason: 'miscounted' as const }
  expect((await enterBatch(team.first, correction, now)).outcome).toBe('not-correctable')
  await decideOnBatch(verify, { actor: team.second, id, now })
  const corrected = await entered(team.second, correction)
  expect(await countOnPaper(campaign.id)).toBe(40)
  expect((await findBatch(id, team.first))?.correction).toEqual({ id: corrected, state: 'entered' })
  expect((await enterBatch(team.first, correction, now)).outcome).toBe('not-correctable')
  expect(await decideOnBatch(verify, { actor: team.first, id: corrected, now })).toEqual({ outcome: 'done' })
  expect(await countOnPaper(campaign.id)).toBe(38)
  expect((await listPublicBatches(campaign.id)).map((batch) => [batch.valid, batch.counted])).toEqual([
    [38, true],
    [40, false],
  ])
  const again = { ...correction, corrects: id }
  expect((await enterBatch(team.first, again, now)).outcome).toBe('not-correctable')
})

test('a correction that is set aside leaves the former entry as it was', async () => {
  const { campaign, ...team } = await aTeam()
  const id = await counted(campaign.id, team)
  const correction = aBatchForm(campaign.id, { valid: 0, corrects: id, reason: 'withdrawn' })
  const first = await entered(team.second, correction)
  await decideOnBatch({ intent: 'decline', reason: 'countDiffers' }, { actor: team.first, id: first, now })
  expect(await countOnPaper(campaign.id)).toBe(40)
  const second = await entered(team.second, correction)
  await decideOnBatch(verify, { actor: team.first, id: second, now })
  expect(await countOnPaper(campaign.id)).toBe(0)
})

test('a correction cannot bring in a scan that counts elsewhere', async () => {
  const { campaign, ...team } = await aTeam()
  const other = aBatchForm(campaign.id)
  await entered(team.first, other)
  const id = await counted(campaign.id, team)
  const correction = aBatchForm(campaign.id, { scanHash: other.scanHash, corrects: id, reason: 'wrongScan' })
  expect((await enterBatch(team.second, correction, now)).outcome).toBe('scan-known')
})

test('a batch is of a text that exists and of days that have been', async () => {
  const { campaign, first } = await aTeam()
  const other = await aCampaign()
  const tried = [
    { text: { campaignId: campaign.id, locale: 'fr' as const, version: 2 } },
    { text: { campaignId: 999_999, locale: 'fr' as const, version: 1 } },
  ]
  for (const given of tried)
    expect((await enterBatch(first, aBatchForm(campaign.id, given), now)).outcome).toBe('text-unknown')
  expect((await enterBatch(first, aBatchForm(campaign.id, { collectedTo: '2026-02-02' }), now)).outcome).toBe(
    'in-future',
  )
  const id = await counted(other.id, { first, second: await anActor('owner') })
  const elsewhere = aBatchForm(campaign.id, { corrects: id, reason: 'wrongText' })
  expect((await enterBatch(first, elsewhere, now)).outcome).toBe('not-correctable')
})

test('few people of one place are not told by place, and nobody of the team is named', async () => {
  const { campaign, ...team } = await aTeam()
  await counted(campaign.id, team, { valid: 9, department: '48' })
  await counted(campaign.id, team, { valid: 10, department: '48' })
  const batches = await listPublicBatches(campaign.id)
  expect(batches.map(({ valid, department }) => [valid, department])).toEqual([
    [10, '48'],
    [9, null],
  ])
  for (const { id } of [team.first, team.second]) expect(JSON.stringify(batches)).not.toContain(id)
})

test('every step leaves its trace', async () => {
  const { campaign, ...team } = await aTeam()
  await counted(campaign.id, team)
  await setPaperAddress(team.first, { campaignId: campaign.id, lines: 'Collectif fictif\n1 rue Exemple' }, now)
  expect(await findPaperAddress(campaign.id)).toBe('Collectif fictif\n1 rue Exemple')
  await setPaperAddress(team.first, { campaignId: campaign.id, lines: '' }, now)
  expect(await findPaperAddress(campaign.id)).toBeNull()
  const entries = await db().auditEntry.findMany({ orderBy: { seq: 'asc' }, select: { action: true } })
  expect(entries.map(({ action }) => action)).toEqual([
    'paper.entered',
    'paper.verified',
    'paper.address-set',
    'paper.address-set',
  ])
})

test('whoever entered a batch is told that somebody else has to verify it', async () => {
  const { campaign, first, second } = await aTeam()
  const id = await entered(first, aBatchForm(campaign.id))
  expect((await listBatches('waiting', first)).map(({ mine }) => mine)).toEqual([true])
  expect((await findBatch(id, second))?.mine).toBe(false)
})
