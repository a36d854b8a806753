import { z } from 'zod'
import { emailAddress } from '#app/infra/mail/address.ts'
import { isCountry } from './countries.ts'

export const signatureStates = ['pending', 'confirmed', 'quarantined', 'invalidated', 'withdrawn', 'expired'] as const
export type SignatureState = (typeof signatureStates)[number]

/** C0, C1, bidirectional overrides: nothing a name needs, and what makes one lie on a page or in a mail. */
const hidden = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u
const hiddenInText = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u

const name = z
  .string({ error: 'signatures.errors.nameMissing' })
  .transform((typed) => typed.normalize('NFC').trim().replace(/\s+/gu, ' '))
  .refine((typed) => typed.length > 0, 'signatures.errors.nameMissing')
  .refine((typed) => [...typed].length <= 120, 'signatures.errors.nameTooLong')
  .refine((typed) => !hidden.test(typed) && !/https?:|www\.|[<>]/iu.test(typed), 'signatures.errors.nameInvalid')
  .refine((typed) => typed.length === 0 || /\p{L}/u.test(typed), 'signatures.errors.nameInvalid')

const consent = z.literal('on', 'signatures.errors.consentMissing')
const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on')

/** French postcode (La Poste; pattern tried on all 6,310 codes in use). */
const frenchPostcode = /^(?:0[1-9]|[1-8]\d|9[0-578])\d{3}$/

const comment = z
  .string()
  .optional()
  .transform((typed) => (typed ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim())
  .refine((typed) => [...typed].length <= 500, 'signatures.errors.commentTooLong')
  .refine((typed) => !hiddenInText.test(typed), 'signatures.errors.commentInvalid')
  .transform((typed) => (typed === '' ? null : typed))

const country = z
  .string()
  .optional()
  .transform((typed) => (typed ?? '').trim().toUpperCase() || 'FR')
  .refine(isCountry, 'signatures.errors.countryUnknown')

const place = z.object({
  country,
  postcode: z
    .string()
    .optional()
    .transform((typed) => (typed ?? '').replace(/\s/gu, '')),
})

/** A French postcode is asked of who lives in France, whatever else is still to be corrected. */
const fromFrance = {
  path: ['postcode'],
  when: ({ value }: { value: unknown }) => place.safeParse(value).data?.country === 'FR',
}

/** The form of the petition. One schema for both doors: the fast lane and the page. Consent is never ticked in advance. */
export const signatureForm = place
  .extend({ name, email: emailAddress, comment, consent, news: tick, showName: tick })
  .refine(({ postcode }) => postcode !== '', { ...fromFrance, error: 'signatures.errors.postcodeMissing' })
  .refine(({ postcode }) => postcode === '' || frenchPostcode.test(postcode), {
    ...fromFrance,
    error: 'signatures.errors.postcodeInvalid',
  })

export type SignatureForm = z.output<typeof signatureForm>
