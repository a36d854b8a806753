const longest = 160
const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const loneSurrogates = /\p{Cs}/gu
// Characters that reorder or hide what is around them: a title could be made to read as something else.
const disguises = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** One line that fits a mail header or a sentence: no control character, no disguise, at most 160 characters. */
export function headerSafe(text: string): string {
  const line = text
    .slice(0, longest * 20) // what is cut anyway is not worth reading
    .replace(controls, ' ')
    .replace(loneSurrogates, '')
    .replace(disguises, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  const characters = Array.from(line)
  return characters.length <= longest
    ? line
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}
