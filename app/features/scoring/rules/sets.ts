import type { Locale } from '#app/i18n/locale.ts'
import type { ScoreMode, ScoringContent } from '../schema.ts'
import type { PlaySet } from './tell.ts'
import type { Words } from './words.ts'

/** What the script is given with the page: it asks nobody for more. */
export interface Play {
  locale: Locale
  sets: readonly PlaySet[]
  words: Words
  /** The names of the labels. */
  labels: Readonly<Record<string, string>>
}

/** The scores of a content in one language. */
export const playSets = ({ sets, criteria }: ScoringContent, locale: Locale): PlaySet[] =>
  sets.map(({ key, mode, ...names }) => ({
    key,
    mode,
    name: names[locale],
    first: locale === 'fr' ? names.firstFr : names.firstEn,
    second: locale === 'fr' ? names.secondFr : names.secondEn,
    criteria: criteria
      .filter(({ set }) => set === key)
      .map((criterion) => ({ key: criterion.key, name: criterion[locale], tied: criterion.tied })),
  }))

/** Where the base rate begins, in people of a hundred: something rare for a suspicion, something common for chances. Both are ours. */
export const firstBase = (mode: ScoreMode): number => (mode === 'suspicion' ? 5 : 30)
