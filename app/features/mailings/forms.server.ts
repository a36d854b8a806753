import { z } from 'zod'
import { emailAddress } from '#app/infra/mail/address.ts'
import { audienceShape } from './rules/audience.ts'
import { sampleReaders } from './rules/sample-readers.ts'
import { longestBody, longestSubject, type MailingTexts } from './schema.ts'

/** A draft may lack what a letter may not: nothing typed is lost, and the checks say what is missing before anything is sent. */
const subjectTyped = z
  .string()
  .transform((typed) => typed.trim())
  .refine((typed) => Array.from(typed).length <= longestSubject, 'mailings.errors.subjectTooLong')
  .refine((typed) => !/\p{Cc}/u.test(typed), 'mailings.errors.subjectInvalid')
const subject = subjectTyped.default('')

const bodyTyped = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .refine((typed) => typed.length <= longestBody, 'mailings.errors.bodyTooLong')
const body = bodyTyped.default('')

const fields = { subjectFr: subject, bodyFr: body, subjectEn: subject, bodyEn: body }

const campaign = z.coerce
  .number('mailings.errors.campaignMissing')
  .int('mailings.errors.campaignMissing')
  .max(2_147_483_647, 'mailings.errors.campaignMissing')

/** What is only looked at may be as wrong as it is: the checks say so. */
const looked = {
  subjectFr: z.string().max(2000).default(''),
  bodyFr: body,
  subjectEn: z.string().max(2000).default(''),
  bodyEn: body,
  reader: z.enum(sampleReaders).catch('usual'),
}

/** The texts as they stand on the page, sent along by every button of a draft. Absent: a page on which nothing is written. */
const onScreen = {
  subjectFr: subjectTyped.optional(),
  bodyFr: bodyTyped.optional(),
  subjectEn: subjectTyped.optional(),
  bodyEn: bodyTyped.optional(),
  reader: looked.reader,
}

export const lookForm = z.object({ ...looked, campaign })

/** The file of `portevoix mailing create`. What it does not know it does not overlook. */
export const mailingFile = z.strictObject({
  campaign: z.string('must be the slug of a campaign'),
  fr: z.strictObject({ subject, body }).default({ subject: '', body: '' }),
  en: z.strictObject({ subject, body }).default({ subject: '', body: '' }),
  /** Who receives it. Absent: everyone who asked for news. */
  audience: audienceShape.optional(),
})

export const newMailingForm = z
  .object({ ...fields, campaign, reader: looked.reader, intent: z.enum(['save', 'preview']).catch('save') })
  .refine(
    ({ subjectFr, bodyFr, subjectEn, bodyEn }) => [subjectFr, bodyFr, subjectEn, bodyEn].some((typed) => typed !== ''),
    {
      path: ['subjectFr'],
      error: 'mailings.errors.subjectMissing',
    },
  )
export type NewMailingForm = z.output<typeof newMailingForm>

/** A pace beyond this is none. */
const fastest = 1_000_000

export const unlockForm = z.object({ understood: z.literal('on', 'mailings.locked.understoodMissing') })

/** Pages that a draft is left for with its text saved; also the ends of their addresses. */
export const goingOn = ['audience', 'trial'] as const

/** Names the text that somebody began to change. */
const base = z.string().max(64).optional()

/** The buttons of a mailing's page, each with what it needs. */
export const mailingForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('save'), base, ...fields }),
    /** Save, and go on to another page of the mailing. */
    z.object({ intent: z.enum(goingOn), base, ...fields }),
    z.object({ intent: z.literal('preview'), ...looked }),
    z.object({ intent: z.literal('ask'), ...onScreen }),
    z.object({
      intent: z.enum(['approve', 'take-over']),
      ...onScreen,
      read: z.string().max(64),
      readBoth: z.literal('on', 'mailings.start.understoodMissing'),
    }),
    z.object({
      intent: z.literal('schedule'),
      ...onScreen,
      at: z.string('mailings.schedule.errors.invalid'),
      twice: z.enum(['first', 'second']).optional().catch(undefined),
      scheduled: z.literal('on', 'mailings.start.understoodMissing'),
    }),
    z.object({ intent: z.literal('unschedule') }),
    z.object({
      intent: z.literal('test'),
      ...onScreen,
      email: emailAddress,
      locale: z.enum(['fr', 'en'], 'mailings.errors.localeMissing'),
    }),
    /** Ticked after reading, never in advance. */
    z.object({
      intent: z.literal('start'),
      ...onScreen,
      understood: z.literal('on', 'mailings.start.understoodMissing'),
    }),
    z.object({ intent: z.literal('copy') }),
    z.object({ intent: z.literal('pause') }),
    z.object({ intent: z.literal('resume') }),
    z.object({ intent: z.literal('cancel') }),
    z.object({
      intent: z.literal('pace'),
      pace: z
        .string('mailings.steer.paceInvalid')
        .trim()
        .regex(/^\d{1,7}$/, 'mailings.steer.paceInvalid')
        .transform(Number)
        .refine((pace) => pace <= fastest, 'mailings.steer.paceInvalid'),
      per: z.enum(['minute', 'hour'], 'mailings.steer.perInvalid'),
    }),
    z.object({
      intent: z.literal('doubtful'),
      doubtful: z.enum(['never', 'again'], 'mailings.steer.doubtfulInvalid'),
    }),
  ],
  'mailings.errors.intentUnknown',
)
export type MailingForm = z.output<typeof mailingForm>

/** What stands on the page that a button was pressed on; `null` when nothing is written there. */
export function textsTyped(form: MailingForm): MailingTexts | null {
  if (!('subjectFr' in form)) return null
  const { subjectFr, bodyFr, subjectEn, bodyEn } = form
  if (subjectFr === undefined || bodyFr === undefined || subjectEn === undefined || bodyEn === undefined) return null
  return textsOf({ subjectFr, bodyFr, subjectEn, bodyEn })
}

export const textsOf = (form: Pick<NewMailingForm, 'subjectFr' | 'bodyFr' | 'subjectEn' | 'bodyEn'>): MailingTexts => ({
  fr: { subject: form.subjectFr, body: form.bodyFr },
  en: { subject: form.subjectEn, body: form.bodyEn },
})
