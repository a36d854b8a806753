interface Bounds {
  atOnce: number
  mostWaiting: number
  /** Milliseconds after which whoever waits goes away. */
  patience: number
}

/** So many at once, so few behind them, and nobody for long: what does not fit is told so instead of being kept in memory. */
export class Line {
  readonly #bounds: Bounds
  #inside = 0
  readonly #waiting: ((enter: boolean) => void)[] = []

  constructor(bounds: Bounds) {
    this.#bounds = bounds
  }

  /** @returns how to leave, to be called once; `null` when there is no room */
  async enter(): Promise<(() => void) | null> {
    const { atOnce, mostWaiting, patience } = this.#bounds
    if (this.#inside < atOnce) this.#inside += 1
    else if (this.#waiting.length >= mostWaiting || !(await this.#turn(patience))) return null
    return () => {
      const next = this.#waiting.shift()
      // Whoever waits takes the place that is left: nobody comes in between.
      if (next) next(true)
      else this.#inside -= 1
    }
  }

  #turn(patience: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(answer), 1)
        resolve(false)
      }, patience)
      const answer = (enter: boolean) => {
        clearTimeout(timer)
        resolve(enter)
      }
      this.#waiting.push(answer)
    })
  }
}
