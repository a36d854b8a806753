import type { ComparisonResult, Pace } from './compare.ts'

export interface BenchmarkOptions {
  pace: Pace
  /** Where the server leaves a processor profile. */
  profileTo?: string
  /** Only to see that it works. */
  quick: boolean
  /** Of what is left to chance; another at each run when absent. */
  seed?: number
  /** Signatures in the table before anything is measured. */
  present: number
}

export interface BenchmarkResult {
  comparisons: readonly ComparisonResult[]
  /** What was verified afterwards. */
  checked: readonly string[]
  /** What was measured beside, once. */
  beside: readonly string[]
  /** Figures of what is no comparison. */
  figures?: unknown
}

export type Benchmark = (options: BenchmarkOptions) => Promise<BenchmarkResult>
