import { fuzzLetters } from '../../e2e/support/fuzzed-letters.ts'
import type { Chaos } from './chaos.ts'

/** Letters to a hundred thousand names and subjects made to be read as something else. */
export const names: Chaos = async ({ seed, quick, recipients, say }) => {
  const letters = recipients ?? (quick ? 5000 : 100_000)
  try {
    await fuzzLetters(letters, seed)
    say(`${letters} letters: one receiver each, the name and the subject that were meant, no header more`)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
