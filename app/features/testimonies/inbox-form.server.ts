import { z } from 'zod'
import { lineOfText, longText } from '#app/features/campaigns/rules/typed-text.ts'
import { groupsAsRead, readReceipt, receiptFault } from '#app/infra/vault/receipt-code.ts'
import { appearingWords, longestMessage, type ReadGroup } from './inbox.ts'
import { contentWarning, uses } from './schema.ts'

/** The code that was typed, as the message of what is wrong with it. */
const receiptField = z
  .string({ error: 'testimonies.inbox.errors.receipt.missing' })
  .max(200, { error: 'testimonies.inbox.errors.receipt.length', abort: true })
  .transform((typed, context) => {
    const fault = receiptFault(typed)
    if (fault) context.addIssue({ code: 'custom', message: `testimonies.inbox.errors.receipt.${fault}` })
    return readReceipt(typed) ?? ''
  })

/** A value of the page: a form that is sent twice, by a reload for instance, does its deed once and is answered once. */
const once = z.uuidv4().optional().catch(undefined)

export const receiptForm = z.object({ receipt: receiptField, once })

/** Of a file, or of a page in it. */
const place = z.coerce.number().int().min(1).max(1000).catch(1)

const draftVersion = z.coerce
  .number({ error: 'testimonies.inbox.errors.stale' })
  .int('testimonies.inbox.errors.stale')
  .max(2_147_483_647, 'testimonies.inbox.errors.stale')

/** What the page said would appear. A page that did not say so said nothing. */
const appears = z
  .enum(appearingWords)
  .optional()
  .catch(undefined)
  .transform((said) => ({ story: said === 'story' || said === 'both', quote: said === 'quote' || said === 'both' }))

const nothingOr = (most: number, error: string) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .refine((text) => [...text].length <= most, error)

/** What a witness may ask of the inbox: one form, one button, one step. */
export const inboxStep = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('open') }),
    z.object({ intent: z.literal('show'), file: place, page: place }),
    z.object({
      intent: z.literal('write'),
      message: longText({ key: 'testimonies.inbox.errors.message', most: longestMessage }),
      once,
    }),
    z.object({ intent: z.literal('approve'), draftVersion, appears }),
    z.object({
      intent: z.literal('amend'),
      draftVersion,
      title: lineOfText({ key: 'testimonies.inbox.errors.title', most: 200 }),
      text: longText({ key: 'testimonies.inbox.errors.text', most: 24_000 }),
      contentWarning,
      quote: nothingOr(600, 'testimonies.inbox.errors.quoteTooLong').transform((text) => text || null),
      leaveOut: z.array(z.string().max(40)).max(40).catch([]),
      note: nothingOr(1000, 'testimonies.inbox.errors.noteTooLong'),
      once,
    }),
    z.object({
      intent: z.literal('refuse'),
      draftVersion,
      why: nothingOr(1000, 'testimonies.inbox.errors.whyTooLong'),
      once,
    }),
    z.object({
      intent: z.literal('uses'),
      uses: z
        .array(z.enum(uses, { error: 'testimonies.errors.usesUnknown' }))
        .default([])
        .transform((ticked) => uses.filter((use) => ticked.includes(use))),
    }),
    z.object({ intent: z.literal('withdraw'), sure: z.literal('on', { error: 'testimonies.inbox.errors.sure' }) }),
  ],
  { error: 'testimonies.inbox.errors.stale' },
)

export type InboxStep = z.output<typeof inboxStep>

/** The code of a form, group by group, to compare with the card. */
export const codeAsRead = (typed: string | string[] | undefined): ReadGroup[] =>
  typeof typed === 'string' ? groupsAsRead(typed.slice(0, 200)) : []
