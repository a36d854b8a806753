import { z } from 'zod'
import { emailAddress } from '#app/infra/mail/address.ts'
import { isCountry } from './countries.ts'

export const signatureStates = ['pending', 'confirmed', 'quarantined', 'invalidated', 'withdrawn'] as const
export type SignatureState = (typeof signatureStates)[number]
/** Where one that nobody confirmed may still be: whoever sent it sees no difference, under review or under a rule. */
export const confirmableStates = ['pending', 'quarantined', 'invalidated'] as const satisfies SignatureState[]
/** Where one that was confirmed may be, as long as its owner did not take it back. */
export const confirmedStates = ['confirmed', 'quarantined', 'invalidated'] as const satisfies SignatureState[]

/** C0, C1, bidirectional overrides: nothing a name needs, and what makes one lie on a page or in a mail. */
const hidden = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u
const hiddenInText = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u

type Fault = 'nameMissing' | 'nameTooLong' | 'nameInvalid' | 'commentTooLong' | 'commentInvalid' | 'countryUnknown'

/** One step from what was typed to what is kept: this schema is asked ten thousand times a second. */
const reading =
  <T>(tidy: (typed: string) => T, faultOf: (tidied: T) => Fault | undefined) =>
  (typed: string | undefined, context: z.RefinementCtx): T => {
    const tidied = tidy(typed ?? '')
    const fault = faultOf(tidied)
    if (fault) context.addIssue({ code: 'custom', message: `signatures.errors.${fault}` })
    return tidied
  }

/** In characters that a person counts, not in the code units of a string, which are never fewer. */
const isLonger = (text: string, most: number) => text.length > most && [...text].length > most

/** An address of the web, markup, or an encoded word (RFC 2047), which a mail program would read more into. */
const noName = /https?:|www\.|[<>]|=\?/iu
/** Wide letters and their like are read as the plain ones they stand for. */
const plainly = (name: string) => (/^[\u0000-\u024F]*$/.test(name) ? name : name.normalize('NFKC'))

function faultInName(name: string): Fault | undefined {
  if (name === '') return 'nameMissing'
  if (isLonger(name, 120)) return 'nameTooLong'
  return hidden.test(name) || noName.test(plainly(name)) || !/\p{L}/u.test(name) ? 'nameInvalid' : undefined
}

function faultInComment(comment: string | null): Fault | undefined {
  if (comment === null) return undefined
  if (isLonger(comment, 500)) return 'commentTooLong'
  return hiddenInText.test(comment) ? 'commentInvalid' : undefined
}

const name = z
  .string({ error: 'signatures.errors.nameMissing' })
  .transform(reading((typed) => typed.normalize('NFC').trim().replaceAll(/\s+/gu, ' '), faultInName))

const comment = z
  .string()
  .optional()
  .transform(reading((typed) => typed.normalize('NFC').replaceAll('\r\n', '\n').trim() || null, faultInComment))

const consent = z.literal('on', 'signatures.errors.consentMissing')
const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on')

/** French postcode (La Poste; pattern tried on all 6,310 codes in use). */
const frenchPostcode = /^(?:0[1-9]|[1-8]\d|9[0-578])\d{3}$/

const country = z
  .string()
  .optional()
  .transform(
    reading(
      (typed) => typed.trim().toUpperCase() || 'FR',
      (code) => (isCountry(code) ? undefined : 'countryUnknown'),
    ),
  )

const place = z.object({
  country,
  postcode: z
    .string()
    .optional()
    .transform((typed) => (typed ?? '').replace(/\s/gu, '')),
})

const saysFrance = (value: unknown) =>
  typeof value === 'object' && value !== null && 'country' in value && value.country === 'FR' && 'postcode' in value

/** A French postcode is asked of who lives in France, whatever else is still to be corrected. */
const fromFrance = { path: ['postcode'], when: ({ value }: { value: unknown }) => saysFrance(value) }

/** The version that the page showed (`versionSigned`). What is no number names none: no form is refused for it. */
const text = z
  .string()
  .optional()
  .transform((typed) => (typed !== undefined && /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : null))

/** The form of the petition. One schema for both doors: the fast lane and the page. Consent is never ticked in advance. */
export const signatureForm = place
  .extend({ name, email: emailAddress, comment, consent, news: tick, showName: tick, text })
  .refine(({ postcode }) => postcode !== '', { ...fromFrance, error: 'signatures.errors.postcodeMissing' })
  .refine(({ postcode }) => postcode === '' || frenchPostcode.test(postcode), {
    ...fromFrance,
    error: 'signatures.errors.postcodeInvalid',
  })

export type SignatureForm = z.output<typeof signatureForm>

/** However it was copied: spaces of any kind, hyphens, digits of another width. */
const code = z
  .string({ error: 'signatures.errors.codeShape' })
  .transform((typed) => typed.normalize('NFKC').replaceAll(/[\s.-]/gu, ''))
  .refine((typed) => /^[0-9]{6}$/.test(typed), 'signatures.errors.codeShape')

/** The code of a confirmation mail, typed on the page that asks to look into the mailbox. */
export const codeForm = z.object({ email: emailAddress, code })
export type CodeForm = z.output<typeof codeForm>

/** Asks for the mail once more. */
export const againForm = z.object({ email: emailAddress })

/** For who signed elsewhere: their name is held to the same. */
export { name as signerName, frenchPostcode }
