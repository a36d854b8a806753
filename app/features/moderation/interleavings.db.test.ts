import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { askWitness } from './commands/ask-witness.server.ts'
import { claimTestimony, releaseTestimony, takeOverTestimony } from './commands/claim-testimony.server.ts'
import { proposePublication, saveDraft } from './commands/draft-testimony.server.ts'
import { openTestimony } from './commands/open-testimony.server.ts'
import { holdTestimony } from './commands/set-aside.server.ts'
import { claimMinutes } from './rules.ts'

const begun = new Date('2026-02-04T18:00:00Z')
const keyring = keyringOfThisMachine()

/** What somebody does with the page that is on their screen. */
const deeds = ['claim', 'release', 'take-over', 'save', 'propose', 'ask', 'hold', 'look'] as const
type Deed = (typeof deeds)[number]

interface Gesture {
  who: number
  deed: Deed
}

interface Round {
  /** Since the round before. */
  minutes: number
  /** All at the same instant. */
  gestures: Gesture[]
}

const gesture = fc.record({ who: fc.nat(2), deed: fc.constantFrom(...deeds, 'save' as const, 'look' as const) })
const round: fc.Arbitrary<Round> = fc.record({
  minutes: fc.constantFrom(0, 1, 6, 29, 31),
  gestures: fc.array(gesture, { minLength: 2, maxLength: 4 }),
})

interface Moderator {
  actor: Actor
  /** The version on their screen. */
  seen: number
}

interface Written {
  from: number
  text: string
}

const writes = new Set<string>(['saved', 'proposed'])
const lettingGo = new Set<string>(['released', 'proposed', 'asked', 'held'])
/** These take from nobody by surprise: they say so, or change nothing that somebody else works on. */
const open = new Set<string>(['looked', 'taken-over-by-you'])

/** One testimony in the hands of three people. */
class Desk {
  readonly written: Written[] = []
  readonly #id: string
  readonly #people: Moderator[]
  #now = begun
  #texts = 0

  constructor(id: string, actors: readonly Actor[]) {
    this.#id = id
    this.#people = actors.map((actor) => ({ actor, seen: 0 }))
  }

  #hands(actor: Actor) {
    return { actor, testimonyId: this.#id, now: this.#now, keyring }
  }

  row() {
    return db().testimony.findUniqueOrThrow({ where: { id: this.#id } })
  }

  async #write(deed: 'save' | 'propose', { actor, seen }: Moderator): Promise<string> {
    const text = `Le texte ${(this.#texts += 1)} de ${actor.id}, écrit sur la version ${seen}.`
    const draft = { story: { title: 'Un titre', text, contentWarning: null, quote: null }, draftVersion: seen }
    const { outcome } = await (deed === 'save' ? saveDraft : proposePublication)(draft, this.#hands(actor))
    if (writes.has(outcome)) this.written.push({ from: seen, text })
    return outcome
  }

  async #do({ who, deed }: Gesture): Promise<string> {
    const person = this.#people[who]
    if (!person) throw new Error('nobody')
    const { actor, seen } = person
    const hands = this.#hands(actor)
    switch (deed) {
      case 'claim':
        return (await claimTestimony(hands)).outcome
      case 'release':
        return (await releaseTestimony(hands)).outcome
      case 'take-over':
        return (await takeOverTestimony({ reason: 'leftAlone' }, hands)).outcome
      case 'ask':
        return (await askWitness({ draftVersion: seen, question: 'Quand ?' }, hands)).outcome
      case 'hold':
        return (await holdTestimony({ draftVersion: seen, reason: 'sensitive', until: null, note: null }, hands))
          .outcome
      case 'look':
        person.seen = (await openTestimony(hands))?.draftVersion ?? 0
        return 'looked'
      case 'save':
      case 'propose':
        return this.#write(deed, person)
    }
  }

  /** @returns who did what, and how it ended */
  async play({ minutes, gestures }: Round) {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000)
    const before = await this.row()
    const held = before.claimedUntil !== null && before.claimedUntil > this.#now
    const holder = held ? before.claimedById : null
    const endings = await Promise.all(gestures.map((one) => this.#do(one)))
    const done = gestures.map(({ who, deed }, at) => ({
      actor: this.#people[who]?.actor.id,
      deed,
      ending: endings[at] ?? '',
    }))
    return { holder, done, now: this.#now, after: await this.row() }
  }
}

type Played = Awaited<ReturnType<Desk['play']>>
const succeeded = ({ deed, ending }: Played['done'][number]) =>
  ({
    claim: 'claimed',
    release: 'released',
    'take-over': 'taken-over-by-you',
    save: 'saved',
    propose: 'proposed',
    ask: 'asked',
    hold: 'held',
    look: 'looked',
  })[deed] === ending

/** Whoever holds it is not passed over, unless they let go or were told that it was taken over in the same instant. */
function nobodyPassesOver({ holder, done }: Played): boolean {
  const mine = done.filter(succeeded)
  const freed = mine.some(({ ending }) => lettingGo.has(ending) || ending === 'taken-over-by-you')
  if (holder === null || freed) return true
  return mine.every(({ actor, ending }) => actor === holder || open.has(ending))
}

test('however three people act on one testimony at the same instants, no text is written over and no claim is passed over', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 3, maxLength: 6 }), async (rounds) => {
      const { id } = await aTestimony()
      const desk = new Desk(id, [await anActor(), await anActor(), await anActor('owner')])
      for (const each of rounds) {
        const played = await desk.play(each)
        expect(nobodyPassesOver(played) ? [] : played.done).toEqual([])
        const { claimedUntil } = played.after
        const longest = played.now.getTime() + claimMinutes * 60_000
        expect(claimedUntil === null || claimedUntil.getTime() <= longest, 'no claim is longer than half an hour').toBe(
          true,
        )
      }
      const versions = desk.written.map(({ from }) => from).toSorted((a, b) => a - b)
      expect(versions, 'each version was written once, from the one before').toEqual(versions.map((_, at) => at))
      const { draftVersion } = await desk.row()
      expect(draftVersion).toBe(versions.length)
      const reader = { actor: await anActor(), testimonyId: id, now: begun, keyring }
      const last = desk.written.find(({ from }) => from === draftVersion - 1)
      const opened = await openTestimony(reader)
      expect(draftVersion === 0 ? undefined : opened?.draft?.text).toBe(last?.text)
      const kept = await db().decision.count({ where: { testimonyId: id, kind: { in: ['drafted', 'proposed'] } } })
      expect(kept).toBe(versions.length)
    }),
    { numRuns: 25, endOnFailure: true },
  )
}, 60_000)
