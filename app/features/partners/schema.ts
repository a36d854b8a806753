import { z } from 'zod'

/** What a key may do. `try` answers as `sign` would and writes nothing: for whoever builds the program. */
export const scopes = ['sign', 'try'] as const
export type Scope = (typeof scopes)[number]
export const isScope = (value: string): value is Scope => scopes.some((scope) => scope === value)

/** A partner who showed a key that is good now. */
export interface Partner {
  id: number
  scopes: readonly Scope[]
  campaignIds: readonly number[]
}

export const mostPerHour = 100_000
export const mostPerDay = 1_000_000

const words = (missing: string) =>
  z
    .string({ error: missing })
    .transform((typed) => typed.normalize('NFC').trim().replace(/\s+/gu, ' '))
    .refine((typed) => typed.length > 0, missing)
    .refine((typed) => [...typed].length <= 120, 'partners.errors.tooLong')

/** As a person writes it, with or without spaces. */
const quota = (most: number, wrong: string) =>
  z
    .string({ error: wrong })
    .transform((typed) => typed.replace(/[\s\u00A0\u202F]/gu, ''))
    .refine((typed) => /^[1-9]\d{0,6}$/.test(typed) && Number(typed) <= most, wrong)
    .transform(Number)

const isDay = (typed: string) => {
  const day = new Date(`${typed}T00:00:00Z`)
  return /^20\d\d-\d\d-\d\d$/.test(typed) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed)
}

/** A partner as the team writes it down. `until` is the last day on which the key is good. */
export const partnerForm = z
  .object({
    intent: z.literal('add', 'staff.errors.intent'),
    organisation: words('partners.errors.organisation'),
    name: words('partners.errors.name'),
    campaigns: z
      .array(z.string())
      .refine((ids) => ids.length > 0 && ids.every((id) => /^\d{1,9}$/.test(id)), 'partners.errors.campaigns')
      .transform((ids) => ids.map(Number)),
    scope: z.enum(scopes, { error: 'partners.errors.scope' }),
    perHour: quota(mostPerHour, 'partners.errors.perHour'),
    perDay: quota(mostPerDay, 'partners.errors.perDay'),
    until: z
      .string()
      .default('')
      .transform((typed) => typed.trim())
      .refine((typed) => typed === '' || isDay(typed), 'partners.errors.until')
      .transform((typed) => typed || null),
  })
  // Nothing to compare where one of them is no quota.
  .refine(({ perHour, perDay }) => !(perHour <= mostPerHour && perHour > perDay), {
    path: ['perDay'],
    error: 'partners.errors.perDayLess',
  })
export type PartnerForm = z.output<typeof partnerForm>

/** What is done to a partner who is there. */
export const partnerDeed = z.object({
  intent: z.enum(['replace', 'revoke'], { error: 'staff.errors.intent' }),
  id: z
    .string({ error: 'partners.errors.unknown' })
    .regex(/^\d{1,9}$/, 'partners.errors.unknown')
    .transform(Number),
})

/** `pvx_` and 256 bits in base64url. Anything else is no key of ours and need not be looked up. */
export const isPartnerKey = (text: string): boolean => /^pvx_[\w-]{43}$/.test(text)
