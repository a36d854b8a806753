import { z } from 'zod'
import { bulkDeclineReasons, reasons } from './reasons.ts'

export const draftVersion = z.coerce
  .number({ error: 'moderation.errors.versionMissing' })
  .int('moderation.errors.versionMissing')
  .max(2_147_483_647, 'moderation.errors.versionMissing')

const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u

/** Free words of a moderator; `null` when nothing was typed. Messages are `<key>TooLong|Control`. */
const freeWords = ({ key }: { key: string }) =>
  z
    .string()
    .optional()
    .transform((typed) => (typed ?? '').replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .refine((text) => !controls.test(text), { error: `${key}Control`, abort: true })
    .refine((text) => [...text].length <= 2000, `${key}TooLong`)
    .transform((text) => text || null)

const note = freeWords({ key: 'moderation.errors.note' })
/** Empty: the words that belong to the reason. */
const message = freeWords({ key: 'moderation.errors.message' })

/** What the witness is told with a proposal that follows their no. */
export const againWhy = message

const reasonOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.enum(codes, { error: 'moderation.errors.reasonMissing' })

/** Empty, or a day that exists. */
const until = z
  .string()
  .default('')
  .refine((typed) => typed === '' || z.iso.date().safeParse(typed).success, 'moderation.errors.untilForm')
  .transform((typed) => typed || null)

const question = freeWords({ key: 'moderation.errors.question' })
  .refine((text) => text !== null, 'moderation.errors.questionMissing')
  .transform((text) => text ?? '')

/**
 * Every form has fields of its own name: a page that comes back shows a fault where it was made, in the one form that was
 * sent.
 */
export const deskSteps = [
  z.object({ intent: z.literal('claim') }),
  z.object({ intent: z.literal('release') }),
  z.object({ intent: z.literal('take-over'), takeOverReason: reasonOf(reasons.takeOver) }),
  z.object({ intent: z.literal('decline'), draftVersion, reason: reasonOf(reasons.decline), message, note }),
  z.object({
    intent: z.literal('unpublish'),
    draftVersion,
    unpublishReason: reasonOf(reasons.unpublish),
    unpublishMessage: message,
    note,
  }),
  z.object({
    intent: z.literal('reopen'),
    draftVersion,
    reopenReason: reasonOf(reasons.reopen),
    reopenMessage: message,
    note,
  }),
  z.object({ intent: z.literal('hold'), draftVersion, holdReason: reasonOf(reasons.hold), until, holdNote: note }),
  z.object({ intent: z.literal('resume'), draftVersion }),
  z.object({ intent: z.literal('ask'), draftVersion, question }),
  z.object({ intent: z.literal('urgent') }),
  z.object({ intent: z.literal('not-urgent') }),
  z.object({ intent: z.literal('noted') }),
] as const

/** One line of the queue as it was displayed: `id:version:state`. */
const displayed = z.string().transform((line, context) => {
  const [id, version, state] = line.split(':')
  const read = z
    .object({ id: z.uuid(), draftVersion, state: z.string().max(16) })
    .safeParse({ id, draftVersion: version, state })
  if (read.success) return read.data
  context.addIssue({ code: 'custom', message: 'moderation.errors.versionMissing' })
  return z.NEVER
})
export type Displayed = z.output<typeof displayed>

const chosen = z.array(displayed).min(1, 'moderation.errors.nothingChosen').max(100, 'moderation.errors.nothingChosen')

/** What may be done to several at once: only to those that were displayed, each as it was displayed. */
export const bulkStep = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('bulk-hold'), chosen, bulkHoldReason: reasonOf(reasons.hold) }),
    z.object({ intent: z.literal('bulk-decline'), chosen, bulkReason: reasonOf(bulkDeclineReasons) }),
    z.object({ intent: z.literal('bulk-release'), chosen }),
    z.object({
      intent: z.literal('save-filter'),
      filterName: z
        .string()
        .default('')
        .transform((typed) => typed.replace(/\s+/g, ' ').normalize('NFC').trim())
        .refine((name) => name !== '', { error: 'moderation.errors.filterNameMissing', abort: true })
        .refine((name) => !controls.test(name) && [...name].length <= 60, 'moderation.errors.filterNameLong'),
    }),
    z.object({ intent: z.literal('forget-filter'), place: z.coerce.number().int().min(1).max(20) }),
  ],
  { error: 'moderation.errors.intentUnknown' },
)
export type BulkStep = z.output<typeof bulkStep>
