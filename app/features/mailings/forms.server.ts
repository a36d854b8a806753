import { z } from 'zod'
import { emailAddress } from '#app/infra/mail/address.ts'
import { longestBody, longestSubject, type MailingTexts } from './schema.ts'

const subject = z
  .string({ error: 'mailings.errors.subjectMissing' })
  .trim()
  .min(1, 'mailings.errors.subjectMissing')
  .max(longestSubject, 'mailings.errors.subjectTooLong')
  .refine((typed) => !/\p{Cc}/u.test(typed), 'mailings.errors.subjectInvalid')

const body = z
  .string({ error: 'mailings.errors.bodyMissing' })
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .refine((typed) => typed.length > 0, 'mailings.errors.bodyMissing')
  .refine((typed) => typed.length <= longestBody, 'mailings.errors.bodyTooLong')

const fields = { subjectFr: subject, bodyFr: body, subjectEn: subject, bodyEn: body }

export const newMailingForm = z.object({
  ...fields,
  campaign: z.coerce
    .number('mailings.errors.campaignMissing')
    .int('mailings.errors.campaignMissing')
    .max(2_147_483_647, 'mailings.errors.campaignMissing'),
})
export type NewMailingForm = z.output<typeof newMailingForm>

/** A pace beyond this is none. */
const fastest = 1_000_000

export const unlockForm = z.object({ understood: z.literal('on', 'mailings.locked.understoodMissing') })

/** The buttons of a mailing's page, each with what it needs. */
export const mailingForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('save'), ...fields }),
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
