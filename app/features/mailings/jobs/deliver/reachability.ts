import { pauseAfterFailures } from '../../rules.ts'

/** Whether the mail server can be spoken to, and when to ask again. One letter at a time asks while it cannot. */
export class Reachability {
  #failures = 0
  #askAt = -Infinity

  get isDown(): boolean {
    return this.#failures > 0
  }

  /** Milliseconds until somebody may ask. */
  waitFrom(now: number): number {
    return Math.max(this.#askAt - now, 0)
  }

  /** Letters that were begun before and fail now are the same failure. */
  failed(begunAt: number, now: number): void {
    if (begunAt < this.#askAt) return
    this.#failures += 1
    this.#askAt = now + pauseAfterFailures(this.#failures)
  }

  answered(): void {
    this.#failures = 0
  }
}
