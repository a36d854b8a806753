import type { Slice } from './slice.ts'
import { pairRatios, summarise, type Summary } from './statistics.ts'

export interface Pace {
  seconds: number
  pairs: number
}

/** One of the two that are compared. */
export interface Side {
  says: string
  run: (seconds: number) => Promise<Slice>
  /** Processor time of each process that takes part, in milliseconds since it began. */
  clocks: Record<string, () => number>
}

export interface Comparison {
  name: string
  unit: string
  limit: Side
  ours: Side
  /** Before each pair, outside the measured time. */
  prepare?: () => Promise<void>
}

export interface SideResult {
  says: string
  perSecond: Summary
  p50: number
  p99: number
  answered: number
  /** Milliseconds per request, by process. */
  processor: Record<string, number>
  slices: readonly Slice[]
}

export interface ComparisonResult {
  name: string
  unit: string
  limit: SideResult
  ours: SideResult
  ratios: readonly number[]
  ratio: Summary
}

interface Measured {
  slice: Slice
  processor: Record<string, number>
}

async function measure({ run, clocks }: Side, seconds: number): Promise<Measured> {
  const names = Object.entries(clocks)
  const before = names.map(([, read]) => read())
  const slice = await run(seconds)
  const processor = names.map(([name, read], at) => [name, read() - (before[at] ?? 0)] as const)
  return { slice, processor: Object.fromEntries(processor) }
}

function resultOf({ says, clocks }: Side, measured: readonly Measured[]): SideResult {
  const slices = measured.map(({ slice }) => slice)
  const answered = slices.reduce((sum, slice) => sum + slice.answered, 0)
  const spent = (name: string) => measured.reduce((sum, { processor }) => sum + (processor[name] ?? 0), 0)
  return {
    says,
    perSecond: summarise(slices.map(({ perSecond }) => perSecond)),
    p50: summarise(slices.map(({ p50 }) => p50)).median,
    p99: summarise(slices.map(({ p99 }) => p99)).median,
    answered,
    processor: Object.fromEntries(Object.keys(clocks).map((name) => [name, spent(name) / answered])),
    slices,
  }
}

/** Warms both up, then lets them take turns: limit, ours, limit, ours… so that whatever disturbs the machine disturbs both. */
export async function compare(
  { name, unit, limit, ours, prepare }: Comparison,
  { seconds, pairs }: Pace,
): Promise<ComparisonResult> {
  await prepare?.()
  for (const side of [limit, ours]) await side.run(seconds)
  const measured: { limit: Measured; ours: Measured }[] = []
  for (let pair = 0; pair < pairs; pair += 1) {
    await prepare?.()
    measured.push({ limit: await measure(limit, seconds), ours: await measure(ours, seconds) })
  }
  const result = {
    limit: resultOf(
      limit,
      measured.map((pair) => pair.limit),
    ),
    ours: resultOf(
      ours,
      measured.map((pair) => pair.ours),
    ),
  }
  const rates = (side: SideResult) => side.slices.map(({ perSecond }) => perSecond)
  const ratios = pairRatios(rates(result.limit), rates(result.ours))
  return { name, unit, ...result, ratios, ratio: summarise(ratios) }
}
