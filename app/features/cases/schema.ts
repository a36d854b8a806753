import { z } from 'zod'
import { lineOfText, longText } from '#app/features/campaigns/rules/typed-text.ts'
import { reasons as deskReasons } from '#app/features/moderation/reasons.ts'
import { emailAddress } from '#app/infra/mail/address.ts'

export const caseKinds = ['report', 'reply'] as const
export type CaseKind = (typeof caseKinds)[number]

export const caseStates = ['open', 'accepted', 'refused', 'done'] as const
export type CaseState = (typeof caseStates)[number]
/** What whoever asked is told. */
export type ShownState = Exclude<CaseState, 'accepted'>

/** What a notice says is wrong. The words in both languages are `cases.grounds.<code>`. */
export const grounds = [
  'identifiesMe',
  'identifiesAnother',
  'privacy',
  'defamation',
  'insult',
  'hate',
  'secret',
  'minors',
  'other',
] as const
export type Ground = (typeof grounds)[number]

/** Offences of which a notice needs no name (DSA, art. 16(2)(c): sexual abuse of children, directive 2011/93/EU). */
export const namelessGrounds: readonly Ground[] = ['minors']

export const decisions = ['kept', 'unpublished', 'inserted', 'refused'] as const
export type Decision = (typeof decisions)[number]

/** Why a testimony stays as it is after a notice, and why a reply is not inserted. `cases.reasons.<code>` in both languages. */
export const keepReasons = [
  'notUnlawful',
  'nobodyNamed',
  'notPrecise',
  'elsewhere',
  'alreadyDecided',
  'abusive',
] as const
export const refuseReasons = [
  'late',
  'notNamed',
  'tooLong',
  'unlawfulReply',
  'unrelated',
  'notProven',
  'alreadyDecided',
] as const
export const reasons = [...new Set([...keepReasons, ...refuseReasons, ...deskReasons.unpublish])]
export type Reason =
  (typeof keepReasons)[number] | (typeof refuseReasons)[number] | (typeof deskReasons.unpublish)[number]

export const caseFilters = ['open', 'closed'] as const
export type CaseFilter = (typeof caseFilters)[number]

export const longest = { name: 120, passages: 2000, reason: 5000, reply: 24_000, words: 4000 } as const

/** `null` when nothing was typed. */
const orNone = <S extends z.ZodType<string>>(schema: S) =>
  z.preprocess((typed) => (typeof typed === 'string' && typed.trim() !== '' ? typed : null), schema.nullable())

const once = z.uuidv4().optional().catch(undefined)
const name = lineOfText({ key: 'cases.errors.name', most: longest.name })
/** Where whoever writes can be answered. */
const address = z
  .string({ error: 'cases.errors.emailMissing' })
  .refine((typed) => typed.trim() !== '', { error: 'cases.errors.emailMissing', abort: true })
  .pipe(emailAddress)

/** A notice as article 16 of Regulation (EU) 2022/2065 wants it: reasons, place, name and address, good faith. */
const namelessNotice = z.object({
  ground: z.enum(grounds, { error: 'cases.errors.groundMissing' }),
  reason: longText({ key: 'cases.errors.reason', least: 20, most: longest.reason }),
  passages: orNone(longText({ key: 'cases.errors.passages', most: longest.passages })),
  name: orNone(name),
  email: orNone(emailAddress),
  goodFaith: z.literal('on', { error: 'cases.errors.goodFaithMissing' }),
  once,
})
export type ReportForm = z.output<typeof namelessNotice>
const namedNotice = namelessNotice.extend({ name, email: address })

/** Which notice it is decides before its fields are read: whoever writes is told of everything that is missing at once. */
export const reportForm = z.record(z.string(), z.unknown()).transform((typed, context): ReportForm => {
  const isNameless = namelessGrounds.some((ground) => ground === typed['ground'])
  const read = (isNameless ? namelessNotice : namedNotice).safeParse(typed)
  if (read.success) return read.data
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})

/** A right of reply: who asks, in what quality, about which passages, with which words. */
export const replyForm = z.object({
  name,
  quality: lineOfText({ key: 'cases.errors.quality', most: longest.name }),
  email: address,
  passages: longText({ key: 'cases.errors.passages', most: longest.passages }),
  reply: longText({ key: 'cases.errors.reply', most: longest.reply }),
  signedAs: lineOfText({ key: 'cases.errors.signedAs', most: longest.name }),
  /** No reply is wanted any more if the passages are gone in time (décret 2007-1527, art. 5). */
  orRemoved: z.literal('on').optional(),
  entitled: z.literal('on', { error: 'cases.errors.entitledMissing' }),
  once,
})
export type ReplyForm = z.output<typeof replyForm>

export const lookUpForm = z.object({ code: z.string({ error: 'cases.errors.codeMissing' }) })

const revision = z.coerce
  .number({ error: 'cases.errors.stale' })
  .int('cases.errors.stale')
  .max(2_147_483_647, 'cases.errors.stale')
const words = longText({ key: 'cases.errors.words', least: 10, most: longest.words })

/** What a moderator may ask of a case: one form, one button, one step. Each field is named after its form: a page shows several. */
export const caseStep = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('close'),
      revision,
      reason: z.enum([...keepReasons, ...refuseReasons], { error: 'cases.errors.deskReasonMissing' }),
      words,
    }),
    z.object({
      intent: z.literal('unpublish'),
      revision,
      unpublishReason: z.enum(deskReasons.unpublish, { error: 'cases.errors.deskReasonMissing' }),
      unpublishWords: words,
    }),
    z.object({
      intent: z.literal('accept'),
      revision,
      replyText: longText({ key: 'cases.errors.reply', most: longest.reply }),
      replyBy: lineOfText({ key: 'cases.errors.signedAs', most: longest.name }),
    }),
    z.object({ intent: z.literal('insert'), revision }),
    z.object({ intent: z.literal('reopen'), revision }),
  ],
  { error: 'cases.errors.stale' },
)
export type CaseStep = z.output<typeof caseStep>
