import { expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { reply } from '#app/features/testimonies/commands/reply.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { askWitness } from './commands/ask-witness.server.ts'
import { claimTestimony } from './commands/claim-testimony.server.ts'
import { proposePublication } from './commands/draft-testimony.server.ts'
import { publishTestimony } from './commands/publish-testimony.server.ts'
import { holdTestimony } from './commands/set-aside.server.ts'
import { readFilter } from './filter.ts'
import { countLists, countToDo, listQueue } from './queries.server.ts'
import { deskViews } from './schema.ts'

const now = new Date('2026-02-04T18:00:00Z')
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, testimonyId: string, at = now) => ({ actor, testimonyId, now: at, keyring })

/** One of each kind; titles say which. */
async function aDesk() {
  const { id: campaignId } = await aCampaign()
  const [me, colleague, third] = [await anActor(), await anActor(), await anActor()]
  const made = async (title: string) => ({ ...(await aTestimony({ campaignId, title })), title })
  const proposedBy = async (actor: Actor, title: string) => {
    const one = await made(title)
    const story = { title, text: 'J’étais à [[mon agence]].', contentWarning: null, quote: null }
    expect(await proposePublication({ story, draftVersion: 0 }, hands(actor, one.id))).toEqual({ outcome: 'proposed' })
    return one
  }
  const ask = async (actor: Actor, title: string) => {
    const one = await made(title)
    await askWitness({ draftVersion: 0, question: 'Quand ?' }, hands(actor, one.id))
    return one
  }
  const hold = async (title: string, until: string | null) => {
    const one = await made(title)
    await holdTestimony({ draftVersion: 0, reason: 'sensitive', until, note: null }, hands(third, one.id))
  }
  await made('libre')
  await claimTestimony(hands(me, (await made('à moi')).id))
  await claimTestimony(hands(colleague, (await made('pris')).id))
  await proposedBy(me, 'ma proposition')
  await proposedBy(colleague, 'à relire')
  const seconded = await proposedBy(colleague, 'relu')
  await publishTestimony({ draftVersion: 1 }, hands(third, seconded.id))
  await ask(me, 'question')
  const answered = await ask(me, 'réponse')
  await reply({ receipt: answered.receipt, message: 'En mai.', once: undefined }, now)
  await hold('de côté', null)
  await hold('jusqu’à demain', '2026-02-05')
  return { me, colleague, third }
}

const inOneOrder = (a: string | null, b: string | null) => (a ?? '').localeCompare(b ?? '')

const titlesOf = async (actor: Actor, list: string, at = now) => {
  const filter = readFilter(new URLSearchParams(list === 'now' ? '' : { list }))
  const { items, total } = await listQueue({ filter }, { actor, keyring }, at)
  expect(total).toBe(items.length)
  return items.map(({ title }) => title).toSorted(inOneOrder)
}

test('what one cannot act on is not on top: it is in the list of whom it waits for, and each is in one list', async () => {
  const { me, third } = await aDesk()
  expect(await titlesOf(me, 'now')).toEqual(['libre', 'réponse', 'à moi', 'à relire'].toSorted(inOneOrder))
  expect(await titlesOf(me, 'witness')).toEqual(['question', 'relu'])
  expect(await titlesOf(me, 'held')).toEqual(['de côté', 'jusqu’à demain'])
  expect(await titlesOf(me, 'own')).toEqual(['ma proposition'])
  expect(await titlesOf(me, 'others')).toEqual(['pris'])
  const all = await Promise.all(deskViews.map((view) => titlesOf(me, view)))
  expect(all.flat().toSorted(inOneOrder)).toEqual(await titlesOf(me, 'waiting'))
  expect(await titlesOf(third, 'now')).toEqual(['libre', 'ma proposition', 'réponse', 'à relire'].toSorted(inOneOrder))
})

test('each list says how many are in it, for whoever looks', async () => {
  const { me, colleague } = await aDesk()
  const counts = { now: 4, witness: 2, held: 2, own: 1, others: 1, waiting: 10, published: 0, closed: 0 }
  expect(await countLists(me, now)).toEqual(counts)
  expect(await countLists(colleague, now)).toEqual({ ...counts })
  expect(await countToDo(me, now)).toBe(4)
})

test('what was set aside comes back on its day, and what somebody left alone is to do again', async () => {
  const { me } = await aDesk()
  // 23:30 in Paris, then half past midnight.
  expect(await titlesOf(me, 'held', new Date('2026-02-04T22:30:00Z'))).toContain('jusqu’à demain')
  const nextDay = new Date('2026-02-04T23:30:00Z')
  expect(await titlesOf(me, 'held', nextDay)).toEqual(['de côté'])
  expect(await titlesOf(me, 'now', nextDay)).toEqual(
    ['jusqu’à demain', 'libre', 'pris', 'réponse', 'à moi', 'à relire'].toSorted(inOneOrder),
  )
})
