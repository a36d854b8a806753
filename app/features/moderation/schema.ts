import { z } from 'zod'
import { contentWarning, lineOfText, longText } from '#app/features/testimonies/schema.ts'
import { lookedAt, refuseWhatPointsToSomeone } from './redaction/proposal.ts'

/** Why a testimony is not, or no longer, published. The words in both languages are `moderation.reasons.<code>`. */
export const declineReasons = [
  'noPublication',
  'identifiesSomeone',
  'dangerous',
  'unlawful',
  'offTopic',
  'notATestimony',
  'duplicate',
] as const
export const unpublishReasons = ['witnessAsked', 'identifiesSomeone', 'dangerous', 'unlawful', 'inaccurate'] as const

export const stepKinds = [
  'claimed',
  'released',
  'drafted',
  'proposed',
  'seconded',
  'published',
  'declined',
  'unpublished',
  'approved',
  'amended',
  'answered',
  'uses-changed',
  'withdrawn',
] as const
export type StepKind = (typeof stepKinds)[number]

export const queueFilters = ['waiting', 'published', 'closed'] as const
export type QueueFilter = (typeof queueFilters)[number]

const draftVersion = z.coerce
  .number({ error: 'moderation.errors.versionMissing' })
  .int('moderation.errors.versionMissing')
  .max(2_147_483_647, 'moderation.errors.versionMissing')

/** A bar that is opened must be closed: `[[a caseworker]]`, never `[[a caseworker`. */
export const closesItsBars = (text: string) => !/\[\[|\]\]/.test(text.replace(/\[\[[^[\]]*\]\]/g, ''))

/** The sentences that may be quoted alone; `null` when none were chosen. */
const quote = z
  .string()
  .optional()
  .transform((typed) => (typed ?? '').replace(/\s+/g, ' ').normalize('NFC').trim())
  .refine((text) => [...text].length <= 600, 'moderation.errors.quoteTooLong')
  .refine(closesItsBars, 'moderation.errors.quoteBars')
  .transform((text) => text || null)

/** Neutral words are often longer than what they replace: there is more room than the witness had. */
const draft = {
  draftVersion,
  title: lineOfText({ key: 'moderation.errors.title', most: 200 }).refine(closesItsBars, 'moderation.errors.titleBars'),
  text: longText({ key: 'moderation.errors.text', most: 24_000 }).refine(closesItsBars, 'moderation.errors.textBars'),
  contentWarning,
  quote,
}

const note = z
  .string()
  .optional()
  .transform((typed) => (typed ?? '').replace(/\r\n?/g, '\n').normalize('NFC').trim())
  .refine((text) => [...text].length <= 2000, 'moderation.errors.noteTooLong')
  .transform((text) => text || null)

/** What a moderator may ask of the workbench: one form, one button, one step. */
export const moderationStep = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('claim') }),
    z.object({ intent: z.literal('release') }),
    z.object({ intent: z.literal('save'), ...draft }),
    z.object({ intent: z.literal('propose'), ...draft, ...lookedAt }).superRefine(refuseWhatPointsToSomeone),
    z.object({ intent: z.literal('publish'), draftVersion }),
    z.object({
      intent: z.literal('decline'),
      draftVersion,
      reason: z.enum(declineReasons, { error: 'moderation.errors.reasonMissing' }),
      note,
    }),
    z.object({
      intent: z.literal('unpublish'),
      draftVersion,
      unpublishReason: z.enum(unpublishReasons, { error: 'moderation.errors.reasonMissing' }),
      note,
    }),
  ],
  { error: 'moderation.errors.intentUnknown' },
)

export type ModerationStep = z.output<typeof moderationStep>
