export interface ChaosOptions {
  /** The same seed, the same moments. */
  seed: number
  /** Smaller: shows that it works. */
  quick: boolean
  /** Receivers of a mailing; as many as the test asks for when absent. */
  recipients?: number
  say: (line: string) => void
}

/** Breaks something on purpose and looks at what is left. @returns what is wrong, in sentences; nothing when all is well */
export type Chaos = (options: ChaosOptions) => Promise<string[]>
