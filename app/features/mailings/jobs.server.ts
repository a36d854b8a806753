import { listen } from '#app/infra/db/listen.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { settleFinishedMailings } from './commands/settle-finished-mailings.server.ts'
import { putBack } from './rules.ts'
import { writeDownAnswers } from './jobs/deliver/answers.server.ts'
import { bell } from './jobs/deliver/bell.ts'
import { watchMailings } from './jobs/deliver/watch.server.ts'
import {
  claimBehind,
  claimImported,
  claimUpdates,
  claimUrgent,
  isUnasked,
  type Claim,
} from './jobs/deliver/claim.server.ts'
import { Dispatch } from './jobs/deliver/dispatch.server.ts'
import { prepare } from './jobs/deliver/prepare.server.ts'

/** Looks again by itself, should a notification be lost; deferred letters fall due without one. */
const lookAgain = 2000
const sweepEvery = 5000
/** Where letters are written and signed, some together: what is asked about them is one question. The loop serves others in between. */
const desks = 3
const together = 48
/** Letters that are claimed ahead at most, whatever the speed. With twice as many, each waits so long that it grows old in memory. */
const mostAhead = 200
/** Of a second: so much is claimed ahead, and what is claimed is sent soon. */
const secondsAhead = 0.5

export interface DeliveryRun {
  /** Ends the run: what is in flight is finished and written down, nothing new is begun. */
  signal: AbortSignal
  /** Asked before anything is claimed. Everything may be sent when absent. */
  maySend?: () => Promise<boolean>
}

/** How many letters end in a second, over the last ones. */
function tempo() {
  let [countedAt, counted, perSecond] = [performance.now(), 0, 0]
  return (ended: number): number => {
    const seconds = (performance.now() - countedAt) / 1000
    if (seconds >= 0.25) {
      perSecond = (perSecond + (ended - counted) / seconds) / 2
      ;[countedAt, counted] = [performance.now(), ended]
    }
    return perSecond
  }
}

interface Claimed {
  claim: Claim
  /** Of `performance.now()`, before it was asked for. */
  claimedAt: number
}

class Supply {
  readonly stir = bell()
  readonly dispatch = new Dispatch(() => this.#move())
  readonly #tempo = tempo()
  #claimed: Claimed[] = []
  #busy = 0
  /** Letters that are being written. */
  #writing = 0

  /** Letters that are ours and not on a line yet. */
  get #ahead(): number {
    return this.#claimed.length + this.#writing + this.dispatch.waiting
  }

  /** Nothing is ours: neither on a line nor on a desk. */
  get isIdle(): boolean {
    return this.#ahead === 0 && this.dispatch.isIdle
  }

  /** How many more to claim; nothing while there is enough, so that claims are large and few. */
  #room(): number {
    const { dispatch } = this
    if (dispatch.server.isDown) return dispatch.isIdle && dispatch.server.waitFrom(performance.now()) === 0 ? 1 : 0
    const wanted = Math.min(Math.max(dispatch.lines * 4, this.#tempo(dispatch.ended) * secondsAhead), mostAhead)
    const room = Math.ceil(wanted) - this.#ahead
    return room * 2 >= wanted ? room : 0
  }

  #roomForUrgent(): number {
    const ahead = this.#claimed.filter(({ claim }) => !isUnasked(claim)).length
    return this.dispatch.lines * 2 - ahead - this.dispatch.waitingUrgent
  }

  #move(): void {
    if (this.#room() > 0) this.stir.ring()
  }

  /** Claims what is due and there is room for. Mails to single persons find room, however much of a mailing waits. @returns how many */
  async claim(): Promise<number> {
    const claimedAt = performance.now()
    const isDown = this.dispatch.server.isDown
    const urgent = await claimUrgent(isDown ? this.#room() : this.#roomForUrgent())
    this.#take(urgent, claimedAt)
    const updates = await claimUpdates(isDown && urgent.length > 0 ? 0 : this.#room())
    this.#take(updates, claimedAt)
    // Receipts and the yearly question have what room all others leave.
    const asked = await claimBehind(isDown && urgent.length + updates.length > 0 ? 0 : this.#room())
    this.#take(asked, claimedAt)
    // Whom a file of another tool brought comes behind everyone.
    const before = urgent.length + updates.length + asked.length
    const brought = await claimImported(isDown && before > 0 ? 0 : this.#room())
    this.#take(brought, claimedAt)
    return before + brought.length
  }

  #take(claims: readonly Claim[], claimedAt: number): void {
    const taken = claims.map((claim) => ({ claim, claimedAt }))
    const urgent = taken.filter(({ claim }) => !isUnasked(claim))
    this.#claimed = [...urgent, ...this.#claimed, ...taken.filter(({ claim }) => isUnasked(claim))]
    while (this.#busy < desks && this.#claimed.length > 0) void this.#write()
  }

  /** One desk: writes some letters after the other until there are none left. */
  async #write(): Promise<void> {
    this.#busy += 1
    while (this.#claimed.length > 0)
      await Promise.all(this.#claimed.splice(0, together).map((one) => this.#prepare(one)))
    this.#busy -= 1
    this.#move()
  }

  async #prepare({ claim, claimedAt }: Claimed): Promise<void> {
    this.#writing += 1
    try {
      const written = await prepare(claim, claimedAt)
      if ('data' in written) this.dispatch.add(written)
      else this.dispatch.settle({ claim, settlement: written })
    } catch (error) {
      // The lease is left to end by itself; it was not begun.
      log.error('a letter cannot be prepared', { job: 'deliver', id: claim.id, error })
    }
    this.#writing -= 1
  }

  async close(): Promise<void> {
    for (const { claim } of this.#claimed.splice(0)) this.dispatch.settle({ claim, settlement: putBack })
    while (this.#busy > 0) await this.stir.wait(10)
    await this.dispatch.close()
  }
}

/**
 * Delivers what is due until told to stop. Letters are claimed and written a little ahead of the lines; each is begun only when a
 * line is free, so that after a crash no more are in doubt than were on a line. Several workers may run.
 */
export async function runDeliveries({ signal, maySend = async () => true }: DeliveryRun): Promise<void> {
  const supply = new Supply()
  const { stir } = supply
  const ears = listen({ delivery: stir.ring }, stir.ring)
  signal.addEventListener('abort', stir.ring, { once: true })
  let sweptAt = -Infinity

  async function round(): Promise<void> {
    if (performance.now() - sweptAt > sweepEvery) {
      sweptAt = performance.now()
      await watchMailings()
    }
    if (((await maySend()) && (await supply.claim()) > 0) || signal.aborted) return
    if (supply.isIdle) await settleFinishedMailings()
    await stir.wait(lookAgain)
  }

  while (!signal.aborted) {
    try {
      await round()
    } catch (error) {
      log.error('deliveries pause', { job: 'deliver', error })
      await stir.wait(lookAgain)
    }
  }
  signal.removeEventListener('abort', stir.ring)
  await supply.close()
  await writeDownAnswers()
  await ears.stop()
}
