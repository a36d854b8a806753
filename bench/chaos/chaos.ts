export interface ChaosOptions {
  /** The same seed, the same moments. */
  seed: number
  /** Smaller: shows that it works. */
  quick: boolean
  say: (line: string) => void
}

/** Breaks something on purpose and looks at what is left. @returns what is wrong, in sentences; nothing when all is well */
export type Chaos = (options: ChaosOptions) => Promise<string[]>
