import { performance } from 'node:perf_hooks'
import { quantile } from './statistics.ts'

/** What one side did in one slice of time. */
export interface Slice {
  perSecond: number
  /** All that were answered, also after the bell; what the database must hold. */
  answered: number
  p50: number
  p99: number
}

/** Times the requests of one slice. Those answered after the bell are true but not counted in the rate. */
export class Stopwatch {
  readonly startedAt = performance.now()
  readonly #endsAt: number
  readonly #latencies: number[] = []
  #inTime = 0
  #lastInTime = this.startedAt

  constructor(seconds: number) {
    this.#endsAt = this.startedAt + seconds * 1000
  }

  isOver(now: number): boolean {
    return now >= this.#endsAt
  }

  record(sentAt: number, now: number): void {
    this.#latencies.push(now - sentAt)
    if (now > this.#endsAt) return
    this.#inTime += 1
    this.#lastInTime = now
  }

  /** @param ranOut there was nothing left to send before the bell: only the time that was used counts */
  stop({ ranOut = false } = {}): Slice {
    const until = ranOut ? this.#lastInTime : this.#endsAt
    return {
      perSecond: (this.#inTime * 1000) / (until - this.startedAt),
      answered: this.#latencies.length,
      p50: quantile(this.#latencies, 0.5),
      p99: quantile(this.#latencies, 0.99),
    }
  }
}
