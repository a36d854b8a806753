import { z } from 'zod'
import { locales, type Locale } from '#app/i18n/locale.ts'
import type { PublishedText } from './schema.ts'

/** What a version is made of, in the order of its form. */
export const textParts = ['title', 'addressee', 'ask', 'demands', 'body', 'easy', 'consent', 'note'] as const
export type TextPart = (typeof textParts)[number]

/** One language as it is typed: the demands one to a line. */
export type TypedText = Record<TextPart, string>
export type TypedTexts = Record<Locale, TypedText>

/** Name of a field: `titleFr`. */
export const fieldOf = (part: TextPart, locale: Locale) => `${part}${locale === 'fr' ? 'Fr' : 'En'}` as const
export type TextField = ReturnType<typeof fieldOf>

const longest: Record<TextPart, number> = {
  title: 140,
  addressee: 200,
  ask: 320,
  demands: 4000,
  body: 50_000,
  easy: 30_000,
  consent: 4000,
  note: 2000,
}
const mostDemands = 12
const longestDemand = 300

const tidy = (typed: string) => typed.normalize('NFC').replaceAll('\r\n', '\n').trim()
/** Control characters and overrides of direction: nothing a text needs, and what makes one lie. */
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u

/** What may be saved of a draft: anything that fits. It need not be complete. */
const typedPart = (part: TextPart) =>
  z
    .string()
    .optional()
    .transform((typed) => tidy(typed ?? ''))
    // Twice what may be published: a draft is for writing.
    .refine((typed) => typed.length <= longest[part] * 2, 'campaigns.errors.tooLong')
    .refine((typed) => !hidden.test(typed), 'campaigns.errors.hidden')

const typedText = z.object({
  title: typedPart('title'),
  addressee: typedPart('addressee'),
  ask: typedPart('ask'),
  demands: typedPart('demands'),
  body: typedPart('body'),
  easy: typedPart('easy'),
  consent: typedPart('consent'),
  note: typedPart('note'),
})

/** A draft as it is stored. */
export const typedTexts = z.object({ fr: typedText, en: typedText })

const whole = (part: TextPart) =>
  z.string().min(1, 'campaigns.errors.missing').max(longest[part], 'campaigns.errors.tooLong')
const oneLine = (part: TextPart) => whole(part).refine((typed) => !typed.includes('\n'), 'campaigns.errors.oneLine')

/** A number or a dash before a demand is a habit of the hand: the page numbers them itself. */
export const demandsOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-–—•*])\s+/u, '').trim())
    .filter((line) => line !== '')

const demands = whole('demands')
  .transform(demandsOf)
  .refine((lines) => lines.length <= mostDemands, 'campaigns.errors.demandsMany')
  .refine((lines) => lines.every((line) => line.length <= longestDemand), 'campaigns.errors.demandLong')

const complete = (first: boolean) =>
  z.object({
    title: oneLine('title').refine((typed) => /^[^*]*(\*[^*]+\*[^*]*)?$/.test(typed), 'campaigns.errors.voice'),
    addressee: oneLine('addressee'),
    ask: oneLine('ask'),
    demands,
    body: whole('body'),
    easy: whole('easy'),
    consent: whole('consent'),
    note: first ? z.string() : whole('note'),
  })

export type NewText = Omit<PublishedText, 'version' | 'publishedAt'> & { note: string }

export type TextProblems = Partial<Record<TextField, TextMessage>>
type TextMessage =
  `campaigns.errors.${'missing' | 'tooLong' | 'oneLine' | 'hidden' | 'voice' | 'demandsMany' | 'demandLong' | 'demandsDiffer'}`

export type ReadTexts = { ok: true; texts: Record<Locale, NewText> } | { ok: false; problems: TextProblems }

const messages: readonly TextMessage[] = [
  'campaigns.errors.missing',
  'campaigns.errors.tooLong',
  'campaigns.errors.oneLine',
  'campaigns.errors.hidden',
  'campaigns.errors.voice',
  'campaigns.errors.demandsMany',
  'campaigns.errors.demandLong',
  'campaigns.errors.demandsDiffer',
]
const asMessage = (text: string): TextMessage => messages.find((one) => one === text) ?? 'campaigns.errors.missing'

/** Reads both languages as they are to be published, or says what is wrong with each field. The first version needs no note. */
export function readTexts(typed: TypedTexts, { first }: { first: boolean }): ReadTexts {
  const problems: TextProblems = {}
  const read = locales.map((locale) => {
    const parsed = complete(first).safeParse(typed[locale])
    for (const { path, message } of parsed.error?.issues ?? []) {
      const part = textParts.find((one) => one === path[0])
      if (part) problems[fieldOf(part, locale)] ??= asMessage(message)
    }
    return parsed.data
  })
  const [fr, en] = read
  // The two languages ask the same: a demand that one lacks would bind half of those who sign.
  if (fr && en && fr.demands.length !== en.demands.length) problems.demandsEn = 'campaigns.errors.demandsDiffer'
  return fr && en && Object.keys(problems).length === 0 ? { ok: true, texts: { fr, en } } : { ok: false, problems }
}

/** A published text as its form shows it. The note is for what changes next. */
export const typedOf = ({ title, addressee, ask, demands: list, body, easy, consent }: PublishedText): TypedText => ({
  title,
  addressee,
  ask,
  demands: list.join('\n'),
  body,
  easy,
  consent,
  note: '',
})

const emptyText: TypedText = {
  title: '',
  addressee: '',
  ask: '',
  demands: '',
  body: '',
  easy: '',
  consent: '',
  note: '',
}
export const emptyTexts: TypedTexts = { fr: emptyText, en: emptyText }

/** The fields of the form, by their names; each language of the draft from its own. */
export function textsFromFields(values: Record<string, string | string[]>): TypedTexts {
  const textIn = (locale: Locale): TypedText => {
    const part = (name: TextPart) => {
      const value = values[fieldOf(name, locale)]
      return typeof value === 'string' ? value : ''
    }
    return {
      title: part('title'),
      addressee: part('addressee'),
      ask: part('ask'),
      demands: part('demands'),
      body: part('body'),
      easy: part('easy'),
      consent: part('consent'),
      note: part('note'),
    }
  }
  return { fr: textIn('fr'), en: textIn('en') }
}

const seen = z.coerce.number().int().min(0).max(2_147_483_647)

/** The buttons of the page where a text is written. The texts themselves are read by `textsFromFields`. */
export const textForm = z.discriminatedUnion(
  'intent',
  [
    z.looseObject({ intent: z.literal('save'), base: seen, revision: seen }),
    /** Ticked after reading, never in advance. */
    z.object({
      intent: z.literal('publish'),
      revision: seen,
      understood: z.literal('on', 'campaigns.publish.understoodMissing'),
    }),
    z.object({ intent: z.literal('discard'), revision: seen }),
  ],
  'staff.errors.intent',
)
