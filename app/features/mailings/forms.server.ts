import { z } from 'zod'
import { emailAddress } from '#app/infra/mail/address.ts'
import { audienceShape } from './rules/audience.ts'
import { sampleReaders } from './rules/sample-readers.ts'
import { longestBody, longestSubject, type MailingTexts } from './schema.ts'

/** A draft may lack what a letter may not: nothing typed is lost, and the checks say what is missing before anything is sent. */
const subject = z
  .string()
  .default('')
  .transform((typed) => typed.trim())
  .refine((typed) => Array.from(typed).length <= longestSubject, 'mailings.errors.subjectTooLong')
  .refine((typed) => !/\p{Cc}/u.test(typed), 'mailings.errors.subjectInvalid')

const body = z
  .string()
  .default('')
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .refine((typed) => typed.length <= longestBody, 'mailings.errors.bodyTooLong')

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

/** The buttons of a mailing's page, each with what it needs. */
export const mailingForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('save'), ...fields }),
    z.object({ intent: z.literal('preview'), ...looked }),
    z.object({ intent: z.literal('ask') }),
    z.object({
      intent: z.literal('approve'),
      read: z.string().max(64),
      readBoth: z.literal('on', 'mailings.start.understoodMissing'),
    }),
    z.object({
      intent: z.literal('schedule'),
      at: z.string('mailings.schedule.errors.invalid'),
      twice: z.enum(['first', 'second']).optional().catch(undefined),
      scheduled: z.literal('on', 'mailings.start.understoodMissing'),
    }),
    z.object({ intent: z.literal('unschedule') }),
    z.object({
      intent: z.literal('test'),
      email: emailAddress,
      locale: z.enum(['fr', 'en'], 'mailings.errors.localeMissing'),
    }),
    /** Ticked after reading, never in advance. */
    z.object({ intent: z.literal('start'), understood: z.literal('on', 'mailings.start.understoodMissing') }),
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

export const textsOf = (form: Pick<NewMailingForm, 'subjectFr' | 'bodyFr' | 'subjectEn' | 'bodyEn'>): MailingTexts => ({
  fr: { subject: form.subjectFr, body: form.bodyFr },
  en: { subject: form.subjectEn, body: form.bodyEn },
})
