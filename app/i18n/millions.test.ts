import { expect, test } from 'vitest'
import { translator } from './t.ts'

test.each([0, 1, 2, 999_999, 1_000_000, 2_000_000, 10_000_000])(
  '%i people are said in words, whole millions too',
  (count) => {
    for (const locale of ['fr', 'en'] as const) {
      expect(translator(locale)('numbers.people', { count })).toMatch(/person|people/u)
      expect(translator(locale)('figures.map.unknown', { count, number: String(count) })).not.toContain('figures.')
    }
  },
)
