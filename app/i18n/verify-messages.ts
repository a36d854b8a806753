/** A tree of words: rooms, parts, sentences. */
export interface Messages {
  readonly [key: string]: string | Messages
}

type Language = { name: string; forms: readonly string[]; tolerated: readonly string[] }

/** French says « 1 000 000 de signatures »; where a sentence differs there, `_many` may say so. */
const languages: { fr: Language; en: Language } = {
  fr: { name: 'fr', forms: ['one', 'other'], tolerated: ['many'] },
  en: { name: 'en', forms: ['one', 'other'], tolerated: [] },
}

const pluralSuffix = /_(zero|one|two|few|many|other)$/
const placeholder = /\{\{\s*([^},\s]+)[^}]*\}\}/g

/**
 * What keeps the two languages from saying the same things, one line each; empty when nothing does.
 * The build stops on any line, so that no page can lack a sentence in one language.
 */
export function compareMessages(fr: Messages, en: Messages): string[] {
  const french = flatten(fr)
  const english = flatten(en)
  return [
    ...absent(stems(french), stems(english)).map((key) => `en: ${key} is missing`),
    ...absent(stems(english), stems(french)).map((key) => `fr: ${key} is missing`),
    ...inOneLanguage(french, languages.fr),
    ...inOneLanguage(english, languages.en),
    ...placeholderDifferences(french, english),
  ]
}

const flatten = (messages: Messages, path = ''): Map<string, string> =>
  new Map(
    Object.entries(messages).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[path + key, value]] : [...flatten(value, `${path}${key}.`)],
    ),
  )

const stem = (key: string) => key.replace(pluralSuffix, '')
const stems = (messages: Map<string, string>) => new Set([...messages.keys()].map(stem))
const absent = (wanted: Set<string>, present: Set<string>) => [...wanted].filter((key) => !present.has(key))

function inOneLanguage(messages: Map<string, string>, { name, forms, tolerated }: Language): string[] {
  const empty = [...messages].filter(([, text]) => text.trim() === '').map(([key]) => `${name}: ${key} is empty`)
  const plurals = new Set([...messages.keys()].filter((key) => pluralSuffix.test(key)).map(stem))
  const incomplete = [...plurals].flatMap((key) =>
    forms.filter((form) => !messages.has(`${key}_${form}`)).map((form) => `${name}: ${key}_${form} is missing`),
  )
  const foreign = [...messages.keys()].flatMap((key) => {
    const form = pluralSuffix.exec(key)?.[1]
    return form === undefined || [...forms, ...tolerated].includes(form) ? [] : [`${name}: ${key} is never said`]
  })
  const twice = [...plurals].filter((key) => messages.has(key)).map((key) => `${name}: ${key} is also a plural`)
  return [...empty, ...incomplete, ...foreign, ...twice]
}

/** The names to fill in, over all forms of a sentence; a form may leave out `count` (« une signature »). */
function placeholders(messages: Map<string, string>): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const [key, text] of messages) {
    const known = names.get(stem(key)) ?? new Set<string>()
    for (const [, name] of text.matchAll(placeholder)) if (name) known.add(name)
    names.set(stem(key), known)
  }
  return names
}

function placeholderDifferences(french: Map<string, string>, english: Map<string, string>): string[] {
  const inEnglish = placeholders(english)
  return [...placeholders(french)].flatMap(([key, names]) => {
    const others = inEnglish.get(key)
    if (others === undefined) return []
    return [
      ...absent(names, others).map((name) => `en: ${key} lacks {{${name}}}`),
      ...absent(others, names).map((name) => `fr: ${key} lacks {{${name}}}`),
    ]
  })
}
