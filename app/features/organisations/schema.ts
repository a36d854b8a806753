import { z } from 'zod'
import { asciiDomain, emailAddress } from '#app/infra/mail/address.ts'

export const organisationStates = ['pending', 'confirmed', 'approved', 'refused', 'unpublished'] as const
export type OrganisationState = (typeof organisationStates)[number]

/** What may become of an organisation once it is confirmed. */
export const moves = {
  approve: { from: ['confirmed', 'refused', 'unpublished'], to: 'approved' },
  refuse: { from: ['confirmed'], to: 'refused' },
  /** The way back: it waits again, as if nobody had decided. */
  reconsider: { from: ['refused'], to: 'confirmed' },
  unpublish: { from: ['approved'], to: 'unpublished' },
} as const satisfies Record<string, { from: readonly OrganisationState[]; to: OrganisationState }>
export type Move = keyof typeof moves

export const organisationKinds = ['association', 'union', 'collective', 'company', 'authority', 'other'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** The words in both languages are `organisations.reasons.<code>`. */
export const refuseReasons = ['noMandate', 'unknown', 'duplicate', 'notAnOrganisation', 'offTopic', 'unlawful'] as const
export const unpublishReasons = ['organisationAsked', 'noMandate', 'duplicate', 'inaccurate', 'unlawful'] as const
export type Reason = (typeof refuseReasons)[number] | (typeof unpublishReasons)[number]

export const queueFilters = ['waiting', 'shown', 'closed', 'unconfirmed'] as const
export type QueueFilter = (typeof queueFilters)[number]

export const longest = { name: 160, scope: 300, town: 80, person: 120, website: 300 } as const

/** C0, C1, bidirectional overrides: nothing a name needs, and what makes one lie on a page. */
const hidden = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u
const tidy = (typed: string) => typed.normalize('NFC').trim().replace(/\s+/gu, ' ')
const fits = (most: number) => (text: string) => [...text].length <= most
/** No markup, no address of the web, no encoded word (RFC 2047), however wide its letters. */
const isPlain = (text: string) => !hidden.test(text) && !/[<>]|https?:|=\?/iu.test(text.normalize('NFKC'))

interface Limits {
  /** Beginning of the message keys. */
  key: string
  most: number
}

/** One line that must say something. Messages are `<key>Missing|TooLong|Invalid`. */
const line = ({ key, most }: Limits) =>
  z
    .string({ error: `${key}Missing` })
    .transform(tidy)
    .refine((text) => /[\p{L}\p{N}]/u.test(text), { error: `${key}Missing`, abort: true })
    .refine(isPlain, { error: `${key}Invalid`, abort: true })
    .refine(fits(most), `${key}TooLong`)

/** `null` when it was left empty. */
const lineOrNone = ({ key, most }: Limits) =>
  z
    .string()
    .optional()
    .transform((typed) => tidy(typed ?? ''))
    .refine(isPlain, { error: `${key}Invalid`, abort: true })
    .refine(fits(most), `${key}TooLong`)
    .transform((text) => text || null)

/** An https address of a named site, as a link may carry it; `null` for anything else. */
export function readWebsite(typed: string): string | null {
  const text = typed.trim()
  if (text.length > longest.website || /[\s\\<>"]/.test(text)) return null
  const written = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+\.[a-z]+:\d/i.test(text) ? text : `https://${text}`
  let url: URL
  try {
    url = new URL(written)
  } catch {
    return null
  }
  if (url.protocol !== 'https:' || url.username || url.password || url.port) return null
  if (asciiDomain(url.hostname) === null) return null
  url.hash = ''
  return url.href.length <= longest.website ? url.href : null
}

const website = z
  .string()
  .optional()
  .transform((typed, context) => {
    if (!typed?.trim()) return null
    const address = readWebsite(typed)
    if (address) return address
    context.addIssue({ code: 'custom', message: 'organisations.errors.websiteInvalid' })
    return z.NEVER
  })

/** What is public of an organisation: the form asks for it, the team may correct its spelling. */
const shown = (countryCodes: readonly string[]) => ({
  name: line({ key: 'organisations.errors.name', most: longest.name }),
  kind: z.enum(organisationKinds, { error: 'organisations.errors.kindMissing' }),
  scope: line({ key: 'organisations.errors.scope', most: longest.scope }),
  town: lineOrNone({ key: 'organisations.errors.town', most: longest.town }),
  country: z
    .string()
    .optional()
    .transform((typed) => (typed ?? '').trim().toUpperCase() || 'FR')
    .refine((code) => countryCodes.includes(code), 'organisations.errors.countryUnknown'),
  website,
})

/** The public form, given the codes a country may have. */
export const organisationForm = (countryCodes: readonly string[]) =>
  z.object({
    ...shown(countryCodes),
    personName: line({ key: 'organisations.errors.personName', most: longest.person }),
    personRole: line({ key: 'organisations.errors.personRole', most: longest.person }),
    email: emailAddress,
    mandate: z.literal('on', 'organisations.errors.mandateMissing'),
    news: z
      .string()
      .optional()
      .transform((typed) => typed === 'on'),
  })
export type OrganisationForm = z.output<ReturnType<typeof organisationForm>>

const revision = z.coerce
  .number({ error: 'organisations.errors.revisionMissing' })
  .int('organisations.errors.revisionMissing')
  .min(1, 'organisations.errors.revisionMissing')
  .max(2_147_483_647, 'organisations.errors.revisionMissing')

/** What the team may ask of one organisation: one form, one button, one step. */
export const deskForm = (countryCodes: readonly string[]) =>
  z.discriminatedUnion(
    'intent',
    [
      z.object({ intent: z.literal('approve'), revision }),
      z.object({ intent: z.literal('reconsider'), revision }),
      z.object({
        intent: z.literal('refuse'),
        revision,
        refuseReason: z.enum(refuseReasons, { error: 'organisations.errors.reasonMissing' }),
      }),
      z.object({
        intent: z.literal('unpublish'),
        revision,
        unpublishReason: z.enum(unpublishReasons, { error: 'organisations.errors.reasonMissing' }),
      }),
      z.object({ intent: z.literal('edit'), revision, ...shown(countryCodes) }),
      z.object({ intent: z.literal('remove-logo'), revision }),
      z.object({ intent: z.literal('open-person') }),
    ],
    { error: 'organisations.errors.intentUnknown' },
  )
export type DeskForm = z.output<ReturnType<typeof deskForm>>

/** One organisation as everyone may read it. */
export interface ShownOrganisation {
  id: string
  name: string
  kind: OrganisationKind
  scope: string
  town: string | null
  country: string
  website: string | null
  textVersion: number
  logo: { hash: string; width: number; height: number } | null
}
