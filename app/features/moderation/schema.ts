import { z } from 'zod'
import { contentWarning, lineOfText, longText } from '#app/features/testimonies/schema.ts'
import { deskSteps, draftVersion } from './desk-steps.ts'
import { closesItsBars } from './redaction/bars.ts'
import { obstaclesTo } from './redaction/proposal.ts'

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
  'taken-over',
  'held',
  'resumed',
  'asked',
  'reopened',
  'urgent',
  'not-urgent',
] as const
export type StepKind = (typeof stepKinds)[number]

export const queueLists = ['waiting', 'published', 'closed'] as const
export type QueueList = (typeof queueLists)[number]

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

/** What the guard forbids is refused next to its field; what it doubts needs somebody's word, given by count. */
const proposal = z
  .object({ intent: z.literal('propose'), ...draft, lookedAt: z.string().optional() })
  .superRefine((typed, context) => {
    const { stops, notLookedAt } = obstaclesTo(typed, typed.lookedAt)
    for (const field of stops)
      context.addIssue({ code: 'custom', path: [field], message: 'moderation.redaction.errors.stop' })
    if (notLookedAt)
      context.addIssue({ code: 'custom', path: ['lookedAt'], message: 'moderation.redaction.errors.lookedAt' })
  })

/** What a moderator may ask of the workbench: one form, one button, one step. */
export const moderationStep = z.discriminatedUnion(
  'intent',
  [
    ...deskSteps,
    z.object({ intent: z.literal('save'), ...draft }),
    proposal,
    z.object({ intent: z.literal('publish'), draftVersion }),
  ],
  { error: 'moderation.errors.intentUnknown' },
)

export type ModerationStep = z.output<typeof moderationStep>
