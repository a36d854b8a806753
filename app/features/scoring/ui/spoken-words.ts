import type { MessageKey, T } from '#app/i18n/t.ts'
import { countedModeWords, countedWords, modeWords, placeholders, plainWords, type Words } from '../rules/words.ts'

/** The script has no translator: it is given every sentence, with its places for numbers left open. */
export function spokenWords(t: T): Words {
  const open = Object.fromEntries(placeholders.map((name) => [name, `{{${name}}}`]))
  const words: Record<string, string> = {}
  for (const name of plainWords) words[`both.${name}`] = t(`scoring.said.both.${name}` satisfies MessageKey, open)
  for (const name of countedWords) {
    const key = `scoring.said.both.${name}` satisfies MessageKey
    words[`both.${name}_one`] = t(key, { ...open, count: 1 })
    words[`both.${name}_other`] = t(key, { ...open, count: 2 })
  }
  for (const mode of ['suspicion', 'chances'] as const) {
    for (const name of modeWords)
      words[`${mode}.${name}`] = t(`scoring.said.${mode}.${name}` satisfies MessageKey, open)
    for (const name of countedModeWords) {
      const key = `scoring.said.${mode}.${name}` satisfies MessageKey
      words[`${mode}.${name}_one`] = t(key, { ...open, count: 1 })
      words[`${mode}.${name}_other`] = t(key, { ...open, count: 2 })
    }
  }
  return words
}
