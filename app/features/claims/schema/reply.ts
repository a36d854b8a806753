import { z } from 'zod'
import { linesDisplayed } from '#app/features/campaigns/rules/displayed.ts'
import { lineOfText, longText } from '#app/features/campaigns/rules/typed-text.ts'
import { emailAddress } from '#app/infra/mail/address.ts'

/** What somebody may answer: the text of the campaign, a claim, what is said of a system. */
export const replyTargets = ['campaign', 'claim', 'system'] as const
export type ReplyTarget = (typeof replyTargets)[number]

/** open: nobody has decided · accepted: one person wants to insert it, another has to · inserted: it stands on the page. */
export const replyStates = ['open', 'accepted', 'inserted', 'refused'] as const
export type ReplyState = (typeof replyStates)[number]

/** Why a reply is not inserted. `claims.reasons.<code>` in both languages. */
export const refuseReasons = [
  'late',
  'notNamed',
  'tooLong',
  'unlawfulReply',
  'unrelated',
  'notProven',
  'corrected',
] as const
/** The last one is given by time alone. */
export const replyReasons = [...refuseReasons, 'undecided'] as const
export type RefuseReason = (typeof replyReasons)[number]

/** Lines on one page of the desk. */
export const repliesPerPage = 50

export const longest = { name: 120, passages: 2000, reply: 24_000, words: 4000 } as const

const name = lineOfText({ key: 'cases.errors.name', most: longest.name })
const address = z
  .string({ error: 'cases.errors.emailMissing' })
  .refine((typed) => typed.trim() !== '', { error: 'cases.errors.emailMissing', abort: true })
  .pipe(emailAddress)

/** `claim:robots-de-controle`, `system:charte`, `campaign`: which page. */
const about = z
  .string({ error: 'claims.errors.aboutMissing' })
  .refine(
    (typed) => typed === 'campaign' || /^(?:claim|system):[a-z0-9-]{1,60}$/.test(typed),
    'claims.errors.aboutMissing',
  )
  .transform((typed): { target: ReplyTarget; slug: string } => {
    const [kind = '', slug = ''] = typed.split(':')
    return { target: replyTargets.find((one) => one === kind) ?? 'campaign', slug }
  })
export type ReplyAbout = z.output<typeof about>

/** A right of reply to a page of the campaign: who asks, in what quality, about which passages, with which words. */
export const answerForm = z.object({
  about,
  passages: longText({ key: 'cases.errors.passages', most: longest.passages }),
  reply: longText({ key: 'claims.errors.reply', most: longest.reply }),
  signedAs: lineOfText({ key: 'cases.errors.signedAs', most: longest.name }),
  name,
  quality: lineOfText({ key: 'cases.errors.quality', most: longest.name }),
  email: address,
  entitled: z.literal('on', { error: 'claims.errors.entitledMissing' }),
  once: z.uuidv4().optional().catch(undefined),
})
export type AnswerForm = z.output<typeof answerForm>

const revision = z.coerce
  .number({ error: 'cases.errors.stale' })
  .int('cases.errors.stale')
  .min(1, 'cases.errors.stale')
  .max(2_147_483_647, 'cases.errors.stale')

/** What the team may do with one: one form, one button, one step. */
export const replyStep = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('accept'),
      revision,
      replyText: longText({ key: 'claims.errors.reply', most: longest.reply }),
      replyBy: lineOfText({ key: 'cases.errors.signedAs', most: longest.name }),
    }),
    z.object({ intent: z.literal('verify'), revision }),
    z.object({ intent: z.literal('insert'), revision }),
    z.object({ intent: z.literal('reopen'), revision }),
    z.object({
      intent: z.literal('refuse'),
      revision,
      reason: z.enum(refuseReasons, { error: 'cases.errors.deskReasonMissing' }),
      words: longText({ key: 'cases.errors.words', least: 10, most: longest.words }),
    }),
  ],
  { error: 'cases.errors.stale' },
)
export type ReplyStep = z.output<typeof replyStep>

/** Several of the list at once, told the same. */
export const refuseSeveralForm = z.object({
  chosen: linesDisplayed(repliesPerPage, 'claims.errors.nothingChosen'),
  reason: z.enum(refuseReasons, { error: 'cases.errors.deskReasonMissing' }),
  words: longText({ key: 'cases.errors.words', least: 10, most: longest.words }),
})
export type RefuseSeveral = z.output<typeof refuseSeveralForm>
