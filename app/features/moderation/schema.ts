import { z } from 'zod'
import { lineOfText, longText } from '#app/features/campaigns/rules/typed-text.ts'
import { contentWarning } from '#app/features/testimonies/schema.ts'
import { againWhy, deskSteps, draftVersion } from './desk-steps.ts'
import { besideFields } from './redaction/beside-form.ts'
import { lookedAt, refuseWhatPointsToSomeone } from './redaction/proposal.ts'

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
  'refused',
  'answered',
  'uses-changed',
  'withdrawn',
  'noted',
  'taken-over',
  'held',
  'resumed',
  'asked',
  'reopened',
  'urgent',
  'not-urgent',
] as const
export type StepKind = (typeof stepKinds)[number]

/** Each that waits is in exactly one of these, seen by one person: what they can do now, and for whom the others wait. */
export const deskViews = ['now', 'witness', 'held', 'own', 'others'] as const

export const queueLists = [...deskViews, 'waiting', 'published', 'closed'] as const
export type QueueList = (typeof queueLists)[number]

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
  ...besideFields,
}

/** What a moderator may ask of the workbench: one form, one button, one step. */
export const moderationStep = z.discriminatedUnion(
  'intent',
  [
    ...deskSteps,
    z.object({ intent: z.literal('save'), ...draft }),
    z.object({ intent: z.literal('propose'), ...draft, ...lookedAt, againWhy }).superRefine(refuseWhatPointsToSomeone),
    z.object({ intent: z.literal('publish'), draftVersion, publishLookedAt: z.string().optional() }),
  ],
  { error: 'moderation.errors.intentUnknown' },
)

export type ModerationStep = z.output<typeof moderationStep>
