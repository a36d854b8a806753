import { z } from 'zod'
import { characters, controlInLine, lineOfText, longText, tidy } from '#app/features/campaigns/rules/typed-text.ts'
import type { Beside } from './beside.ts'

/**
 * submitted: with the team · asked: the witness was asked something · held: set aside · proposed: a text waits for a second
 * person and for the witness · unpublished: taken off the site, still here · withdrawn: the witness took it back, nothing is left.
 */
export const testimonyStates = [
  'submitted',
  'asked',
  'held',
  'proposed',
  'published',
  'unpublished',
  'declined',
  'withdrawn',
] as const
export type TestimonyState = (typeof testimonyStates)[number]

/** What the story is about: the question the witness is asked first. */
export const systems = ['suspicion', 'employability', 'control', 'label', 'sanction', 'other'] as const
export type System = (typeof systems)[number]
/** A code of another version of the list is something else. */
export const knownSystem = (code: string): System => systems.find((system) => system === code) ?? 'other'

/** What followed, from the office's first step to what it did to a life; what was tried, from a question to a court. */
export const consequences = [
  'check',
  'warning',
  'cut',
  'struckOff',
  'overpayment',
  'penalty',
  'category',
  'refusal',
  'pressure',
  'money',
  'health',
  'other',
  'nothing',
] as const
export type Consequence = (typeof consequences)[number]
export const attempts = [
  'asked',
  'access',
  'observations',
  'complained',
  'appeal',
  'mediator',
  'defender',
  'regulator',
  'court',
  'association',
  'nothing',
] as const
export type Attempt = (typeof attempts)[number]

/** What is counted of testimonies. The last is the first to be left out when all together would say too much. */
export const statisticsTables = ['system', 'consequence', 'attempt', 'year', 'department'] as const
export type StatisticsTable = (typeof statisticsTables)[number]

/** The ladder of consent, from the most private use to the most public. A use that is not ticked is not made. */
export const uses = ['internal', 'statistics', 'quote', 'publish', 'press'] as const
export type Use = (typeof uses)[number]

/** What a witness writes freely, and what a moderator writes in its place. Sealed until it is published. */
export interface Story {
  title: string
  text: string
  contentWarning: string | null
}

/** A text that is to appear, with the sentences that may be quoted alone. */
export interface Draft extends Story {
  quote: string | null
}

/** A story that anyone may read, and what stands beside it. */
export interface PublishedTestimony extends Story, Beside {
  id: string
  locale: string
  /** `YYYY-MM-DD`. */
  publishedOn: string
}

/** Characters of a story, as few and as many as are taken. */
export const leastStory = 20
export const mostStory = 20_000
export const mostTitle = 120
export const mostWarning = 200

/** What may be joined, as a person is told; the drawing has the same limits and more. */
export const fileBounds = { files: 10, bytes: 10 * 2 ** 20 }

/** `null` when nothing was typed. */
export const contentWarning = z
  .string()
  .optional()
  .transform((typed) => tidy(typed ?? ''))
  .refine((text) => !controlInLine.test(text), { error: 'testimonies.errors.contentWarningControl', abort: true })
  .refine((text) => characters(text) <= mostWarning, 'testimonies.errors.contentWarningTooLong')
  .transform((text) => text || null)

/** `YYYY-MM`, a month that exists, from 1900 on. */
export const isMonth = (typed: string): boolean => /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(typed)

/** `null` when it was left empty. */
const oneOrNone = (isKnown: (value: string) => boolean, error: string) =>
  z
    .string({ error })
    .default('')
    .refine((value) => value === '' || isKnown(value), error)
    .transform((value) => value || null)

/** What is ticked of a closed list, each once, in the list's order. */
const ticks = <const Codes extends readonly [string, ...string[]]>(codes: Codes, error: string) =>
  z
    .array(z.enum(codes, { error }), { error })
    .default([])
    .transform((ticked) => codes.filter((code) => ticked.some((one) => one === code)))

/** The deposit, given the codes a département may have. Nothing is ticked in advance and only `consent` must be. */
export const testifyForm = (departmentCodes: readonly string[]) =>
  z.object({
    title: lineOfText({ key: 'testimonies.errors.title', most: mostTitle }),
    story: longText({ key: 'testimonies.errors.story', least: leastStory, most: mostStory }),
    system: z.enum(systems, { error: 'testimonies.errors.systemMissing' }),
    department: oneOrNone((code) => departmentCodes.includes(code), 'testimonies.errors.departmentUnknown'),
    period: oneOrNone(isMonth, 'testimonies.errors.periodForm'),
    consequences: ticks(consequences, 'testimonies.errors.consequencesUnknown'),
    attempts: ticks(attempts, 'testimonies.errors.attemptsUnknown'),
    uses: ticks(uses, 'testimonies.errors.usesUnknown'),
    contentWarning,
    consent: z.literal('on', { error: 'testimonies.errors.consentMissing' }),
    /** Given with the form, so that a page sent twice deposits once. Without it each sending is one of its own. */
    once: z.uuidv4().optional().catch(undefined),
  })

export type TestifyForm = z.output<ReturnType<typeof testifyForm>>
