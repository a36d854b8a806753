import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import { singleton } from '#app/infra/singleton.ts'
import type { AnswerPersonal } from './pages.server.ts'
import { Refused } from './refused.ts'

/** Milliseconds of one turn of the event loop in which forms are taken as they come. */
const freeTurn = 100
/** Forms that one turn takes of those that wait: some five milliseconds. Fewer let newcomers in faster, and make dearer groups for the database. */
const atOnce = 32
/** Milliseconds that a form may wait. Who would be later is told to come back, which costs a fraction of serving them. */
const patience = 500
/** Forms that may wait, whatever the pace: memory is bounded. */
const mostWaiting = 5000

interface Waiting {
  since: number
  enter: (admitted: boolean) => void
}

/**
 * Keeps the turns of the event loop short when more arrives than can be served. In a long turn everything else waits, and
 * nobody new gets in: Node accepts one connection a turn (libuv 1.46), so that those who are in would keep the others out
 * for as long as they like (docs/decisions/0021).
 */
export class Turnstile {
  #queue: Waiting[] = []
  #turnBegan = 0
  #watched = false
  readonly #clock: () => number

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
  }

  /** `null`: go on. Otherwise resolves at one's turn; with `false` when it would come too late. */
  enter(): Promise<boolean> | null {
    const now = this.#clock()
    if (!this.#watched) {
      this.#watched = true
      this.#turnBegan = now
      setImmediate(this.#turn)
    }
    if (this.#queue.length === 0 && now - this.#turnBegan < freeTurn) return null
    if (this.#queue.length >= mostWaiting) return Promise.resolve(false)
    return new Promise((enter) => void this.#queue.push({ since: now, enter }))
  }

  readonly #turn = (): void => {
    this.#watched = this.#queue.length > 0
    if (!this.#watched) return
    const now = this.#clock()
    this.#turnBegan = now
    for (const { since, enter } of this.#queue.splice(0, atOnce)) enter(now - since <= patience)
    setImmediate(this.#turn)
  }
}

/** The one that every public form of this process passes. */
export const turnstile = (): Turnstile => singleton('turnstile', () => new Turnstile())

/** So many pages may be under way at once. Rendering takes a few milliseconds each: more would only wait for each other. */
export class Desk {
  readonly #most: number
  #busy = 0

  constructor(most: number) {
    this.#most = most
  }

  #enter(refusal: () => Refused): void {
    if (this.#busy >= this.#most) throw refusal()
    this.#busy += 1
  }

  /** The same work, refused with 503 when too much is under way. */
  bound<A, R>(work: (asked: A) => Promise<R>): (asked: A) => Promise<R> {
    return async (asked) => {
      this.#enter(() => new Refused(503))
      try {
        return await work(asked)
      } finally {
        this.#busy -= 1
      }
    }
  }

  /** The same for a public form or page: what was typed comes back with the refusal. */
  boundPersonal(answer: AnswerPersonal): AnswerPersonal {
    return async (asked) => {
      this.#enter(() => new Refused(503, asked.fields))
      try {
        await answer(asked)
      } finally {
        this.#busy -= 1
      }
    }
  }

  /** The same for a listener, whose work ends with its answer. */
  boundListener(listener: RequestListener): RequestListener {
    return (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) => {
      this.#enter(() => new Refused(503))
      response.once('close', () => (this.#busy -= 1))
      listener(request, response)
    }
  }
}
