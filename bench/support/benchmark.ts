import type { ComparisonResult, Pace } from './compare.ts'

export interface BenchmarkOptions {
  pace: Pace
  /** Where the server leaves a processor profile. */
  profileTo?: string
}

export interface BenchmarkResult {
  comparisons: readonly ComparisonResult[]
  /** What was verified afterwards. */
  checked: readonly string[]
  /** What was measured beside, once. */
  beside: readonly string[]
}

export type Benchmark = (options: BenchmarkOptions) => Promise<BenchmarkResult>
