import { expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { reply } from '#app/features/testimonies/commands/reply.server.ts'
import { slowModeration } from '#app/features/testimonies/queries/waiting-time.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { takeBulkStep } from './commands/bulk-step.server.ts'
import { claimTestimony } from './commands/claim-testimony.server.ts'
import { declineTestimony } from './commands/close-testimony.server.ts'
import { proposePublication, saveDraft } from './commands/draft-testimony.server.ts'
import { forgetFilter, keepFilter } from './commands/keep-filter.server.ts'
import { publishTestimony } from './commands/publish-testimony.server.ts'
import { holdTestimony, markUrgent } from './commands/set-aside.server.ts'
import { readCursor, readFilter } from './filter.ts'
import { listQueue } from './queries.server.ts'
import { overviewFor } from './queries/overview.server.ts'
import { savedFilters } from './queries/saved-filters.server.ts'
import { findSimilar } from './queries/similar.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const appears = { story: true, quote: true }
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, testimonyId: string) => ({ actor, testimonyId, now, keyring })
const story = { title: 'Un contrôle', text: 'J’étais à [[mon agence]].', contentWarning: null, quote: null }

const pageOf = (actor: Actor, query = '', after: string | null = null) =>
  listQueue({ filter: readFilter(new URLSearchParams(query)), after: readCursor(after) }, { actor, keyring }, now)
const titlesOf = async (actor: Actor, query: string) => (await pageOf(actor, query)).items.map(({ title }) => title)

test('urgent ones come before older ones', async () => {
  const { campaignId } = await aTestimony({ title: 'Ancien', receivedWeek: new Date('2026-01-05') })
  const urgent = await aTestimony({ campaignId, title: 'Urgent', receivedWeek: new Date('2026-02-02') })
  const actor = await anActor()
  await markUrgent(true, hands(actor, urgent.id))
  expect(await titlesOf(actor, '')).toEqual(['Urgent', 'Ancien'])
  expect(await titlesOf(actor, 'urgent=1')).toEqual(['Urgent'])
})

test('beyond a hundred there are pages: each one is on exactly one of them, in order', async () => {
  const { id: campaignId } = await aCampaign()
  const { id } = await aTestimony({ campaignId })
  // Copies that no key opens are enough for the order.
  await pool().query(
    `insert into testimonies.testimony (id, campaign_id, receipt_hash, locale, system, uses, consequences, attempts, received_week, state, urgent)
     select gen_random_uuid(), campaign_id, decode(md5(n::text), 'hex'), locale, system, uses, consequences, attempts,
       date '2025-11-03' + 7 * (n % 12), 'submitted', n % 50 = 0
     from testimonies.testimony, generate_series(1, 250) n where id = $1`,
    [id],
  )
  const actor = await anActor()
  const seen: string[] = []
  let after: string | null = null
  let pages = 0
  do {
    const page = await pageOf(actor, '', after)
    expect(page.total).toBe(251)
    seen.push(...page.items.map((item) => item.id))
    after = page.next
    pages += 1
  } while (after !== null)
  expect(pages).toBe(3)
  expect(new Set(seen).size).toBe(251)
  const { rows } = await pool().query<{ id: string }>(
    'select id from testimonies.testimony order by (not urgent), received_week, id',
  )
  expect(seen).toEqual(rows.map((row) => row.id))
})

test('each filter shows what it names, and two together what both name', async () => {
  const actor = await anActor()
  const [colleague, another] = [await anActor(), await anActor()]
  const { campaignId, id: mine } = await aTestimony({ title: 'à moi' })
  await claimTestimony(hands(actor, mine))
  const english = await aTestimony({ campaignId, title: 'in English', locale: 'en', uses: ['press'] })
  await db().testimony.update({
    where: { id: english.id },
    data: { department: '59', system: 'label', consequences: ['cut'] },
  })
  const proposed = await aTestimony({ campaignId, title: 'proposé' })
  await proposePublication({ story: { ...story, title: 'proposé' }, draftVersion: 0 }, hands(colleague, proposed.id))
  const seconded = await aTestimony({ campaignId, title: 'relu' })
  await proposePublication({ story: { ...story, title: 'relu' }, draftVersion: 0 }, hands(colleague, seconded.id))
  await publishTestimony({ draftVersion: 1 }, hands(another, seconded.id))
  const answered = await aTestimony({ campaignId, title: 'a répondu' })
  await reply({ receipt: answered.receipt, message: 'Oui.', once: undefined }, now)
  const shows = {
    'mine=1': ['à moi'],
    'language=en': ['in English'],
    'department=59': ['in English'],
    'system=label': ['in English'],
    'consequence=cut': ['in English'],
    'use=press': ['in English'],
    'state=proposed': ['proposé', 'relu'],
    'second=1': ['proposé'],
    'witness=1': ['proposé', 'relu'],
    'answered=1': ['a répondu'],
    'second=1&language=en': [],
    'list=closed': [],
  }
  const found: Record<string, string[]> = {}
  for (const query of Object.keys(shows))
    found[query] = (await titlesOf(actor, query)).map(String).toSorted((a, b) => a.localeCompare(b))
  expect(found).toEqual(shows)
  expect(await titlesOf(colleague, 'mine=1')).toEqual([])
  await approveText({ receipt: proposed.receipt, draftVersion: 1, appears }, now)
  expect(await titlesOf(actor, 'witness=1')).toEqual(['relu'])
})

test('a filter is kept for its person alone, renewed under its name, and twenty at most however they come', async () => {
  const [one, other] = [await anActor(), await anActor()]
  const names = Array.from({ length: 25 }, (_, place) => `Filtre ${place}`)
  const outcomes = await Promise.all(names.map((name) => keepFilter({ name, query: 'urgent=1' }, one, now)))
  expect(outcomes.filter(({ outcome }) => outcome === 'kept')).toHaveLength(20)
  const kept = await savedFilters(one)
  expect(kept).toHaveLength(20)
  expect(await savedFilters(other)).toEqual([])
  const first = kept[0]
  if (!first) throw new Error('nothing kept')
  expect(await keepFilter({ name: first.name, query: 'mine=1' }, one, now)).toEqual({ outcome: 'kept' })
  expect((await savedFilters(one))[0]).toEqual({ ...first, query: 'mine=1' })
  await forgetFilter(first.place, other, now)
  expect(await savedFilters(one)).toHaveLength(20)
  await forgetFilter(first.place, one, now)
  expect(await keepFilter({ name: 'Un autre', query: 'mine=1' }, one, now)).toEqual({ outcome: 'kept' })
  expect(await keepFilter({ name: 'x', query: '' }, await anActor('analyst'), now)).toEqual({ outcome: 'not-allowed' })
})

test('several at once are those that were displayed as they were displayed; the others are named and left alone', async () => {
  const { campaignId, id: plain } = await aTestimony()
  const [drafted, heldMeanwhile, claimed, proposed] = await Promise.all(
    Array.from({ length: 4 }, () => aTestimony({ campaignId })),
  ).then((made) => made.map(({ id }) => id))
  const [actor, other] = [await anActor(), await anActor()]
  await proposePublication({ story, draftVersion: 0 }, hands(actor, proposed ?? ''))
  const chosen = [plain, drafted, heldMeanwhile, claimed].map((id = '') => ({
    id,
    draftVersion: 0,
    state: 'submitted',
  }))
  await saveDraft({ story, draftVersion: 0 }, hands(other, drafted ?? ''))
  await holdTestimony(
    { draftVersion: 0, reason: 'sensitive', until: null, note: null },
    hands(other, heldMeanwhile ?? ''),
  )
  await claimTestimony(hands(other, claimed ?? ''))
  const step = {
    intent: 'bulk-decline' as const,
    bulkReason: 'offTopic' as const,
    chosen: [...chosen, { id: proposed ?? '', draftVersion: 1, state: 'proposed' }],
  }
  expect(await takeBulkStep(step, { actor, keyring, now })).toEqual({
    done: 1,
    refused: [
      { id: drafted, outcome: 'someone-was-faster' },
      { id: heldMeanwhile, outcome: 'someone-was-faster' },
      { id: claimed, outcome: 'claimed-by-another' },
      { id: proposed, outcome: 'own-proposal' },
    ],
  })
  expect(await db().testimony.count({ where: { state: 'declined' } })).toBe(1)
  expect(await db().message.count({ where: { testimonyId: plain } })).toBe(1)
})

test('a story sent twice is found, another one is not, and nothing for who may not open', async () => {
  const text =
    'J’ai reçu un courrier un lundi. On me demandait de prouver quinze heures par semaine. J’ai appelé trois fois, personne ne savait.'
  const { campaignId, id } = await aTestimony({ text })
  const twin = await aTestimony({ campaignId, title: 'Encore', text: `${text} Depuis, j’attends.` })
  await aTestimony({ campaignId, text: 'Ma fille est tombée malade au printemps et le rendez-vous a été manqué.' })
  const decided = await aTestimony({ campaignId, text })
  const actor = await anActor()
  await declineTestimony({ draftVersion: 0, reason: 'duplicate', note: null }, hands(actor, decided.id))
  const broken = await aTestimony({ campaignId, text })
  await db().testimony.update({ where: { id: broken.id }, data: { sealedOriginal: Uint8Array.from([1, 2]) } })
  expect(await findSimilar(hands(actor, id))).toMatchObject([{ id: twin.id, title: 'Encore' }])
  expect(await findSimilar({ ...hands(actor, id), keyring: null })).toEqual([])
})

test('the overview counts ages, weeks, outcomes and the middle delay, and of persons only oneself', async () => {
  const { campaignId } = await aTestimony({ receivedWeek: new Date('2026-02-02') })
  const old = await aTestimony({ campaignId, receivedWeek: new Date('2025-12-01') })
  const [actor, other] = [await anActor(), await anActor()]
  for (const week of ['2026-01-19', '2026-01-26', '2026-02-02']) {
    const { id } = await aTestimony({ campaignId, receivedWeek: new Date(week) })
    await declineTestimony({ draftVersion: 0, reason: 'offTopic', note: null }, hands(other, id))
  }
  await claimTestimony(hands(actor, old.id))
  const found = await overviewFor(actor, now)
  expect(found.ages).toEqual([1, 0, 0, 0, 1])
  expect(found.volume).toHaveLength(12)
  expect(found.volume.at(-1)).toEqual({ week: '2026-02-02', received: 2, decided: 3 })
  expect(found.volume.at(-2)).toEqual({ week: '2026-01-26', received: 1, decided: 0 })
  expect(found.medianDays).toBe(9)
  expect(found.states).toEqual([
    { state: 'declined', n: 3 },
    { state: 'submitted', n: 2 },
  ])
  expect(found.own).toEqual([{ kind: 'claimed', n: 1 }])
})

test('the site says that moderation is slow when most wait long, and one that was forgotten does not speak for all', async () => {
  const { id: slow } = await aCampaign()
  const waits = (campaignId: number, week: string) => aTestimony({ campaignId, receivedWeek: new Date(week) })
  for (let made = 0; made < 10; made += 1) await waits(slow, '2025-12-29')
  expect(await slowModeration(slow, now)).toBe(5)
  const { id: busy } = await aCampaign()
  await waits(busy, '2025-12-29')
  for (let made = 0; made < 9; made += 1) await waits(busy, '2026-02-02')
  expect(await slowModeration(busy, now)).toBeNull()
  const { id: small } = await aCampaign()
  for (let made = 0; made < 9; made += 1) await waits(small, '2025-12-29')
  expect(await slowModeration(small, now), 'so few would give away when one of them came').toBeNull()
})
