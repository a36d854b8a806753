import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { log } from '#app/infra/log/log.server.ts'
import type { SendOutcome } from '#app/infra/mail/send-outcome.ts'
import { handOver, mailConnections } from '#app/infra/mail/transport.server.ts'
import { putBack, settlementOf, suppressed } from '../../rules.ts'
import { countAnswer } from './answers.server.ts'
import { freshFor, isUnasked, sendWithin, type Claim } from './claim.server.ts'
import { closeJournal, exchange, type Settling, type Verdict } from './exchange.server.ts'
import type { Ready } from './prepare.server.ts'
import { Reachability } from './reachability.ts'
import { learnFrom } from './throttle.server.ts'

const pauseAfterError = 500
/** Milliseconds that news wait for more, so that one statement writes down many: what a statement costs by itself is shared. */
const gathering = 4
/** So much news wait for nothing more. */
const enough = 24
/** A letter whose turn came so late is not begun: most of its time has gone. */
const leastTime = sendWithin - 10_000
/** Tries to write down the last endings when the database is away, half a second apart. */
const lastTries = 20

/**
 * Between the letters that are written and the lines to the server. Letters are begun and their endings written down in groups,
 * one statement after the other; no more are begun than there are lines. What waits here was never on its way.
 */
export class Dispatch {
  readonly lines = mailConnections()
  readonly server = new Reachability()
  readonly #worker = randomUUID()
  readonly #onMove: () => void
  #urgent: Ready[] = []
  #stock: Ready[] = []
  #onTheWay = new Set<string>()
  #endings: Settling[] = []
  #exchanging: Promise<void> | null = null
  #scheduled = false
  /** Set while news wait for more. */
  #gathering: NodeJS.Timeout | null = null
  #hasGathered = false
  #closing = false
  #ended = 0

  /** @param onMove there may be room for more letters */
  constructor(onMove: () => void) {
    this.#onMove = onMove
  }

  /** Letters that wait for a line. */
  get waiting(): number {
    return this.#urgent.length + this.#stock.length
  }

  get waitingUrgent(): number {
    return this.#urgent.length
  }

  /** Letters that have ended since this was made. */
  get ended(): number {
    return this.#ended
  }

  get isIdle(): boolean {
    return this.waiting + this.#onTheWay.size + this.#endings.length === 0 && !this.#exchanging
  }

  /** A letter that waits for a line from now on; those to single persons go ahead. */
  add(ready: Ready): void {
    this.#queueOf(ready).push(ready)
    this.#schedule()
  }

  #queueOf({ claim }: Ready): Ready[] {
    return isUnasked(claim) ? this.#stock : this.#urgent
  }

  /** Writes down soon what became of a letter. */
  settle(settling: Settling): void {
    this.#endings.push(settling)
    this.#schedule()
  }

  /** Finishes what is on its way, gives back what is not, and writes it all down. */
  async close(): Promise<void> {
    this.#closing = true
    for (const { claim } of [...this.#urgent.splice(0), ...this.#stock.splice(0)])
      this.settle({ claim, settlement: putBack })
    for (let tries = 0; !this.isIdle && tries < lastTries;) {
      this.#turn()
      if (this.#exchanging) await this.#exchanging
      else await pause(10)
      if (this.#onTheWay.size === 0 && this.#endings.length > 0) tries += 1
    }
    await closeJournal(this.#worker).catch(() => {})
  }

  /** One turn of the event loop, so that what ends in the same turn is written together. */
  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#turn()
    })
  }

  #turn(): void {
    if (this.#exchanging || this.#gathers()) return
    if (this.#gathering) clearTimeout(this.#gathering)
    this.#gathering = null
    this.#hasGathered = false
    const beginning = this.#next()
    if (beginning.length === 0 && this.#endings.length === 0) return
    this.#exchanging = this.#exchange(beginning).finally(() => {
      this.#exchanging = null
      this.#onMove()
      this.#schedule()
    })
  }

  /** Whether to wait for more news. Whoever waits for a letter of their own waits for no others. */
  #gathers(): boolean {
    if (this.#hasGathered || this.#closing || this.server.isDown || this.#urgent.length > 0) return false
    const news = Math.max(this.#endings.length, Math.min(this.waiting, this.lines - this.#onTheWay.size))
    if (news === 0 || news >= Math.min(enough, this.lines / 2)) return false
    this.#gathering ??= setTimeout(() => {
      this.#hasGathered = true
      this.#turn()
    }, gathering)
    return true
  }

  /** What may be begun now. What has waited too long is given back: its lease will not last. */
  #next(): Ready[] {
    const now = performance.now()
    const isStale = ({ claimedAt }: Ready) => now - claimedAt > freshFor
    for (const queue of [this.#urgent, this.#stock])
      while (queue[0] && isStale(queue[0])) {
        const stale = queue.shift()
        if (stale) this.#endings.push({ claim: stale.claim, settlement: putBack })
      }
    const room = this.#room(now)
    const first = this.#urgent.splice(0, room)
    return [...first, ...this.#stock.splice(0, room - first.length)]
  }

  #room(now: number): number {
    if (this.#closing) return 0
    if (!this.server.isDown) return this.lines - this.#onTheWay.size
    const wait = this.server.waitFrom(now)
    if (wait > 0 && this.waiting > 0) setTimeout(() => this.#schedule(), wait)
    return wait > 0 || this.#onTheWay.size > 0 ? 0 : 1
  }

  async #exchange(beginning: readonly Ready[]): Promise<void> {
    const settlings = this.#endings.splice(0)
    const askedAt = performance.now()
    const knocking = beginning.map((ready) => knock(ready, askedAt))
    try {
      const { verdicts } = await exchange({
        worker: this.#worker,
        settlings,
        beginning: beginning.map(({ claim }) => claim),
        onTheWay: [...this.#onTheWay],
      })
      this.#ended += settlings.length
      for (const one of knocking) this.#follow(one, verdicts.get(one.ready.claim.id) ?? 'lost')
    } catch (error) {
      // Said again until it is heard: the fences keep what is said twice from counting twice.
      log.error('deliveries cannot be written down', { job: 'deliver', count: settlings.length, error })
      for (const { answer } of knocking) answer(false)
      this.#endings.unshift(...settlings)
      for (const ready of beginning.toReversed()) this.#queueOf(ready).unshift(ready)
      await pause(pauseAfterError)
    }
  }

  #follow(knocking: Knocking, verdict: Verdict): void {
    const { ready, askedAt, answer } = knocking
    const { claim } = ready
    // A process that was stopped and woke up again: not a byte was said.
    const isLate = sendWithin - (performance.now() - askedAt) < leastTime
    const mayBegin = verdict === 'go' && !isLate
    answer(mayBegin)
    if (mayBegin) void this.#send(knocking)
    else if (verdict === 'unwanted') this.#endings.push({ claim, settlement: suppressed })
    else if (verdict !== 'lost') this.#endings.push({ claim, settlement: putBack })
  }

  async #send({ ready, askedAt, outcome: ending }: Knocking): Promise<void> {
    const { claim } = ready
    this.#onTheWay.add(claim.id)
    const outcome = await ending
    this.#learn(ready, outcome, askedAt)
    this.#onTheWay.delete(claim.id)
    this.settle({ claim, settlement: settlementOf(outcome, claim.kind, tryingOf(claim)) })
  }

  #learn({ group, envelope }: Ready, outcome: SendOutcome, begunAt: number): void {
    if (outcome.outcome === 'unreachable') return this.server.failed(begunAt, performance.now())
    if (outcome.outcome === 'unknown') return
    this.server.answered()
    countAnswer({ receiver: group, mailbox: envelope.to }, outcome.outcome)
    learnFrom(group, outcome.reply).catch((error: unknown) =>
      log.error('cannot note how much a receiver takes', { job: 'deliver', error }),
    )
  }
}

/** A letter whose envelope is being said while it is written down that it is begun. */
interface Knocking {
  ready: Ready
  /** Of `performance.now()`. */
  askedAt: number
  /** Whether the message itself may follow. */
  answer: (may: boolean) => void
  outcome: Promise<SendOutcome>
}

/** The server is asked whether it takes the letter. Not a byte of the message is said before the answer. */
function knock(ready: Ready, askedAt: number): Knocking {
  let answer = (_may: boolean) => {}
  const mayBegin = new Promise<boolean>((resolve) => (answer = resolve))
  const outcome = handOver(ready, sendWithin, mayBegin).catch((error: unknown): SendOutcome => {
    log.error('a letter could not be handed over', { job: 'deliver', id: ready.claim.id, error })
    return { outcome: 'unknown' }
  })
  return { ready, askedAt, answer, outcome }
}

const tryingOf = ({ attempt, age, resendsDoubtful }: Claim) => ({
  attempt,
  age,
  resendsDoubtful,
  chance: Math.random(),
})
