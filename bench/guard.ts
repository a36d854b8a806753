import { findIdentifiers } from '#app/features/testimonies/guard/find-identifiers.ts'
import type { Benchmark } from './support/benchmark.ts'
import { figureTable, parts } from './support/guard/corpus.ts'
import { hostileTexts, ordinaryTexts } from './support/guard/texts.ts'
import { median } from './support/statistics.ts'

const goal = 50
const turns = { full: 15, quick: 3 }

function millisecondsOf(text: string): number {
  const before = performance.now()
  findIdentifiers(text)
  return performance.now() - before
}

/** 100 KB of ordinary and of hostile text through the guard, and what it finds in the corpus. No server, no database. */
export const guard: Benchmark = ({ quick }) => {
  const times = Object.entries({ ...ordinaryTexts(), ...hostileTexts() }).map(([name, text]) => {
    millisecondsOf(text)
    const taken = Array.from({ length: quick ? turns.quick : turns.full }, () => millisecondsOf(text))
    return { name, median: median(taken), most: Math.max(...taken) }
  })
  const slow = times.filter((one) => one.median > goal)
  return Promise.resolve({
    comparisons: [],
    beside: [
      ...times.map((one) => `${one.name.padEnd(24)} ${one.median.toFixed(1)} ms (${one.most.toFixed(1)} at most)`),
      slow.length === 0
        ? `every text takes less than ${goal} ms`
        : `A GOAL IS MISSED: ${slow.map(({ name }) => name).join(', ')}`,
      ...parts.flatMap(([name, sentences]) =>
        figureTable(sentences)
          .split('\n')
          .map((line) => `${name.padEnd(22)}  ${line}`),
      ),
    ],
    checked: [],
    figures: { times, goal },
  })
}
