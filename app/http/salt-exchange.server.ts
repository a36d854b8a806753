import { setTimeout as pause } from 'node:timers/promises'
import { log } from '#app/infra/log/log.server.ts'
import { dayOf, goesFirst, restOfDay, type DaySalts, type Origin } from './day-salts.server.ts'
import {
  newPair,
  openSalt,
  readLetter,
  sealSalt,
  written,
  type Ask,
  type Give,
  type Pair,
} from './salt-letters.server.ts'

/** Milliseconds that a question waits for an answer. At the start, and an hour before a new day; no form waits meanwhile. */
const patience = 300
/** Milliseconds after which a question is over and its private key forgotten: a busy process may answer late. */
const lateAnswer = 5000
/** Milliseconds. A question of long ago, or of a clock far from ours, gets no answer. */
const freshness = 60_000
/** From so long before midnight on, tomorrow's salt is agreed upon. */
const eve = 3_600_000
/** Questions remembered, so that each is answered once. */
const mostAsked = 256

export interface Exchanging {
  salts: DaySalts
  macKey: Buffer
  /** Tells all processes, this one too. */
  say: (told: string) => Promise<void>
  clock?: () => number
}

interface Question extends Pair {
  day: number
  /** Ends the wait. */
  answered: AbortController
}

/**
 * Brings the processes of one database to one salt of the day (docs/decisions/0031). Whoever has none asks, whoever has it answers;
 * when nobody does, each makes one, and the one that goes first is everybody's.
 */
export class SaltExchange {
  readonly #salts: DaySalts
  readonly #macKey: Buffer
  readonly #say: (told: string) => Promise<void>
  readonly #clock: () => number
  /** By public key. */
  readonly #mine = new Map<string, Question>()
  readonly #asked = new Set<string>()
  /** The days about which the others were asked. */
  #agreed: number[] = []
  /** Of those who asked while there was nothing to give. */
  #unanswered: Ask[] = []

  constructor({ salts, macKey, say, clock = Date.now }: Exchanging) {
    this.#salts = salts
    this.#macKey = macKey
    this.#say = say
    this.#clock = clock
  }

  /** Destroys what is over, and sees to it that the salts of today and, late in the day, of tomorrow are there. */
  async tend(): Promise<void> {
    this.#salts.turnTo(dayOf(this.#clock()))
    const wanted = this.#wanted()
    // A salt is no agreement: the first form of a day makes one, when this process slept through the hour before.
    this.#agreed = this.#agreed.filter((day) => wanted.includes(day))
    const open = wanted.filter((day) => !this.#agreed.includes(day))
    await Promise.all(open.map((day) => this.#settle(day)))
  }

  /** Asks again although there are salts: while nobody could be heard, others may have agreed on other ones. */
  async compare(): Promise<void> {
    await Promise.all(this.#wanted().map((day) => this.#settle(day)))
  }

  /** What was told on the channel, by whomever. */
  hear(told: string): void {
    const heard = readLetter(told, this.#macKey)
    if (!heard || !this.#mayConcern(heard.day)) return
    if (heard.kind === 'give') this.#receive(heard)
    else if (!this.#mine.has(heard.key)) this.#answer(heard)
  }

  /** Forgets the private keys. */
  stop(): void {
    for (const { answered } of this.#mine.values()) answered.abort()
    this.#mine.clear()
  }

  #wanted(): number[] {
    const now = this.#clock()
    return restOfDay(now) <= eve ? [dayOf(now), dayOf(now) + 1] : [dayOf(now)]
  }

  #mayConcern(day: number): boolean {
    const today = dayOf(this.#clock())
    return day === today || day === today + 1
  }

  async #settle(day: number): Promise<void> {
    const question = { ...newPair(), day, answered: new AbortController() }
    const { key, answered } = question
    this.#mine.set(key, question)
    setTimeout(() => this.#mine.delete(key), lateAnswer).unref()
    const has = this.#salts.of(day)?.origin ?? null
    await this.#tell({ kind: 'ask', day, key, at: this.#clock(), has })
    await pause(patience, undefined, { signal: answered.signal }).catch(() => {}) // answered
    if (!this.#mayConcern(day)) return
    this.#salts.make(day, this.#clock())
    this.#agreed.push(day)
    const waiting = this.#unanswered.filter((ask) => ask.day === day)
    this.#unanswered = this.#unanswered.filter((ask) => ask.day !== day)
    await Promise.all(waiting.map((ask) => this.#give(ask)))
  }

  #receive(give: Give): void {
    const question = this.#mine.get(give.to)
    if (!question || question.day !== give.day) return
    try {
      this.#salts.take(openSalt(give, question))
      question.answered.abort()
    } catch (error) {
      log.warn('a salt that was given cannot be opened', { error })
    }
  }

  #answer(ask: Ask): void {
    if (this.#asked.has(ask.key) || Math.abs(this.#clock() - ask.at) > freshness) return
    if (this.#asked.size >= mostAsked) this.#asked.clear()
    this.#asked.add(ask.key)
    const mine = this.#salts.of(ask.day)?.origin
    if (!mine) this.#unanswered = [...this.#unanswered, ask].slice(-mostAsked)
    else if (isSame(ask.has, mine)) return
    else if (ask.has && goesFirst(ask.has, mine)) void this.#settle(ask.day)
    else void this.#give(ask)
  }

  async #give({ day, key }: Ask): Promise<void> {
    const salt = this.#salts.of(day)
    if (salt) await this.#tell(sealSalt(salt, key))
  }

  async #tell(letter: Ask | Give): Promise<void> {
    try {
      await this.#say(written(letter, this.#macKey))
    } catch (error) {
      log.warn('cannot speak with the other processes about the salt of the day', { error })
    }
  }
}

const isSame = (one: Origin | null, other: Origin) => one?.at === other.at && one.by === other.by
