import { LRUCache } from 'lru-cache'
import { storeAnswer, type Answer, type StoredAnswer } from './stored-answer.server.ts'

export interface Made {
  answer: Answer
  /** Others may have it too. What may not be kept is sent once and forgotten. */
  keep: boolean
}

interface Entry {
  answer: Answer
  stored: StoredAnswer
  /** The same without what may have been taken back, once it was needed. */
  without?: Promise<StoredAnswer>
  madeAt: number
  /** Something it shows has changed. */
  stale: boolean
}

export interface AnswerCacheOptions {
  /** Makes the answer of an address; called once however many ask at a time. */
  make(address: string): Promise<Made>
  /** Milliseconds after which an answer is made again in the background. */
  freshFor?: number
  /** Milliseconds between two makings of one address that has changed: a page that counts is made ten times a second, not more. */
  atMostEvery?: number
  maxBytes?: number
  /** Milliseconds after which an answer is not sent any more, not even while a new one is made or cannot be made. */
  tooOld?: (address: string) => number
  /** What of an answer may still be sent when it is too old and no new one can be made; `null`: nothing. */
  remainder?: (address: string, answer: Answer) => Answer | null
  clock?: () => number
}

/**
 * Keeps answers that are the same for everyone. A fresh one is sent at once; an old one is sent at once and made again
 * behind it (stale-while-revalidate, RFC 5861); one whose content changed is made again first; while making fails, the old one serves.
 */
export class AnswerCache {
  readonly #entries: LRUCache<string, Entry>
  readonly #making = new Map<string, Promise<StoredAnswer>>()
  readonly #touchedMeanwhile = new Set<string>()
  readonly #options: Required<AnswerCacheOptions>

  constructor(options: AnswerCacheOptions) {
    this.#options = {
      freshFor: 60_000,
      atMostEvery: 100,
      maxBytes: 64 * 2 ** 20,
      clock: Date.now,
      tooOld: () => Infinity,
      remainder: () => null,
      ...options,
    }
    this.#entries = new LRUCache({
      maxSize: this.#options.maxBytes,
      sizeCalculation: ({ stored }) => stored.bytes + 1024,
    })
  }

  /** What can be sent without waiting; `undefined` when the answer has to be made first. */
  ready(address: string): StoredAnswer | undefined {
    const entry = this.#entries.get(address)
    if (!entry) return undefined
    const age = this.#options.clock() - entry.madeAt
    const { tooOld, atMostEvery, freshFor } = this.#options
    const most = tooOld(address)
    if (age >= most) return undefined
    if (entry.stale && age >= atMostEvery) return undefined
    // What may not grow old is made again at half its age: where it is asked for, nobody waits.
    if (!entry.stale && age >= Math.min(freshFor, most / 2)) void this.#make(address).catch(() => {})
    return entry.stored
  }

  /** Makes the answer, or waits for who makes it. An old one serves when making fails; of one that is too old, what remains. */
  async get(address: string): Promise<StoredAnswer> {
    const ready = this.ready(address)
    if (ready) return ready
    const old = this.#entries.get(address)
    try {
      return await this.#make(address)
    } catch (error) {
      // A purge may have come meanwhile: what was known before it is not sent.
      const serves = old && this.#entries.get(address) === old ? await this.#whatServes(address, old) : null
      if (serves) return serves
      throw error
    }
  }

  /** Of an answer for which no new one can be made: itself, or when it is too old, what remains of it. */
  async #whatServes(address: string, entry: Entry): Promise<StoredAnswer | null> {
    const { clock, tooOld, remainder } = this.#options
    if (clock() - entry.madeAt < tooOld(address)) return entry.stored
    const rest = remainder(address, entry.answer)
    if (!rest) {
      this.#entries.delete(address)
      return null
    }
    entry.without ??= storeAnswer(rest)
    return entry.without
  }

  /** What these addresses show has moved: make them again at the next request. */
  touch(concerns: (address: string) => boolean): void {
    for (const [address, entry] of this.#entries.entries()) if (concerns(address)) entry.stale = true
    for (const address of this.#making.keys()) if (concerns(address)) this.#touchedMeanwhile.add(address)
  }

  /** Forget everything: something was withdrawn, and must not be shown once more. */
  purge(): void {
    this.#entries.clear()
    this.#making.clear()
    this.#touchedMeanwhile.clear()
  }

  #make(address: string): Promise<StoredAnswer> {
    const underWay = this.#making.get(address)
    if (underWay) return underWay
    const startedAt = this.#options.clock()
    const making = this.#options
      .make(address)
      .then(async ({ answer, keep }) => {
        const stored = await storeAnswer(answer)
        // A purge that came meanwhile took this making off the list: what was made before it must not be kept.
        if (this.#making.get(address) !== making) return stored
        const stale = this.#touchedMeanwhile.has(address)
        if (keep) this.#entries.set(address, { answer, stored, madeAt: startedAt, stale })
        else this.#entries.delete(address) // it was withdrawn, or is no longer for everyone
        return stored
      })
      .finally(() => {
        if (this.#making.get(address) !== making) return
        this.#making.delete(address)
        this.#touchedMeanwhile.delete(address)
      })
    this.#making.set(address, making)
    return making
  }
}
