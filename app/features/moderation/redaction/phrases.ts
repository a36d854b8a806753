import type { Finding } from '#app/features/testimonies/guard/finding.ts'
import type { Span } from './bars.ts'

/** Neutral words by what they stand for. The words in both languages are `moderation.redaction.phrases.<code>`. */
export const phraseGroups = {
  people: [
    'caseworker',
    'adviser',
    'agent',
    'manager',
    'relative',
    'friend',
    'colleague',
    'doctor',
    'employer',
    'nameRemoved',
  ],
  places: ['agency', 'town', 'village', 'region', 'address', 'workplace'],
  dates: ['day', 'spring', 'summer', 'autumn', 'winter', 'month', 'lastYear', 'birthdate', 'age'],
  sums: ['sum', 'hundreds', 'thousands', 'benefit'],
  contacts: ['phone', 'email', 'web', 'handle', 'contactsRemoved'],
  numbers: ['nir', 'fileNumber', 'bank', 'plate'],
  other: ['health', 'passageRemoved'],
} as const
export type PhraseGroup = keyof typeof phraseGroups
export type Phrase = (typeof phraseGroups)[PhraseGroup][number]

const proposals = {
  nir: 'nir',
  iban: 'bank',
  rib: 'bank',
  phone: 'phone',
  email: 'email',
  url: 'web',
  handle: 'handle',
  address: 'address',
  birthdate: 'birthdate',
  plate: 'plate',
  person: 'agent',
  name: 'nameRemoved',
  agency: 'agency',
  identifier: 'fileNumber',
  'date-place': 'day',
} as const satisfies Record<Finding['wording'], Phrase>

const seasons = [
  ['spring', /\b(?:mars|avril|avr|mai|march|april|apr|may)\b|^\d{1,2} ?[/. -] ?0?[345]\b|^\d{4}-0[345]/],
  ['summer', /\b(?:juin|juillet|juil|ao[uû]t|june|july|august|aug)\b|^\d{1,2} ?[/. -] ?0?[678]\b|^\d{4}-0[678]/],
  ['autumn', /\b(?:sept\w*|oct\w*|nov\w*)\b|^\d{1,2} ?[/. -] ?(?:0?9|1[01])\b|^\d{4}-(?:09|1[01])/],
  ['winter', /(?:d[eé]c|janv?|f[eé]vr?|feb)|^\d{1,2} ?[/. -] ?(?:0?[12]|12)\b|^\d{4}-(?:0[12]|12)/],
] as const

const role =
  /(?:conseill|agente?\b|direct|référent|referent|advis|caseworker|coach|manager|responsable)[^.!?\n]{0,12}$/i

/** The words that are proposed for a finding, from what it is and what stands before it. */
export function proposedFor({ wording, start, end }: Finding, text: string): Phrase {
  const words = text.slice(start, end).toLowerCase()
  if (wording === 'date-place') return seasons.find(([, months]) => months.test(words))?.[0] ?? 'day'
  if (wording !== 'person') return proposals[wording]
  // "My adviser, Mrs …" has said already who it is.
  if (role.test(text.slice(start > 30 ? start - 30 : 0, start))) return 'nameRemoved'
  if (/\b(?:mme|madame|mlle|mademoiselle|mrs|ms|miss)\b/.test(words)) return 'caseworker'
  if (/^(?:m\.|mr\b|m |monsieur)/.test(words)) return 'adviser'
  return 'agent'
}

const articles = {
  agency: /(?<![\p{L}\p{N}])(?:l[’']|la |the |une |an |cette )$/iu,
  'date-place': /(?<![\p{L}\p{N}])(?:le |on (?:the )?)$/iu,
} as const

/** With the article before it, where the proposed words bring their own. */
export function withArticle(text: string, { type, start, end }: Finding): Span {
  if (type !== 'agency' && type !== 'date-place') return { start, end }
  const article = articles[type].exec(text.slice(start > 12 ? start - 12 : 0, start))?.[0] ?? ''
  return { start: start - article.length, end }
}

const groupOf = {
  nir: 'numbers',
  iban: 'numbers',
  rib: 'numbers',
  plate: 'numbers',
  identifier: 'numbers',
  phone: 'contacts',
  email: 'contacts',
  url: 'contacts',
  handle: 'contacts',
  address: 'places',
  agency: 'places',
  person: 'people',
  birthdate: 'dates',
  'date-place': 'dates',
} as const satisfies Record<Finding['type'], PhraseGroup>

const isGroup = (name: string): name is PhraseGroup => name in phraseGroups

/** Every group with its phrases, the one that fits a finding first. */
export function groupsFor(finding: Pick<Finding, 'type'> | null): { group: PhraseGroup; phrases: readonly Phrase[] }[] {
  const first = finding && groupOf[finding.type]
  return Object.keys(phraseGroups)
    .filter(isGroup)
    .toSorted((one, other) => Number(other === first) - Number(one === first))
    .map((group) => ({ group, phrases: phraseGroups[group] }))
}
