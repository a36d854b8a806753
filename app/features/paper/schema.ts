import { z } from 'zod'
import { campaignIdOr } from '#app/features/campaigns/campaign-id.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'

export const batchStates = ['entered', 'verified', 'declined', 'replaced'] as const
export type BatchState = (typeof batchStates)[number]

/** Why a batch does not count. The words in both languages are `paper.reasons.<code>`. */
export const declineReasons = ['countDiffers', 'scanMissing', 'notThisText', 'alreadyCounted', 'takenBack'] as const
/** Why an entry that counts was wrong. */
export const correctionReasons = ['miscounted', 'wrongScan', 'wrongText', 'wrongPlace', 'withdrawn'] as const
export type BatchReason = (typeof declineReasons)[number] | (typeof correctionReasons)[number]

export const batchFilters = ['waiting', 'counted', 'closed'] as const
export type BatchFilter = (typeof batchFilters)[number]

export const mostInBatch = 1_000_000
/** Bytes of a scan. It is hashed as it comes and kept nowhere. */
export const mostScanBytes = 50 * 2 ** 20

/** Which text people signed: campaign, language, version. */
export interface SignedText {
  campaignId: number
  locale: Locale
  version: number
}

export const textValue = ({ campaignId, locale, version }: SignedText): string => `${campaignId}/${locale}/${version}`

function readText(typed: string): SignedText | null {
  const [, campaignId, locale, version] = /^(\d{1,9})\/([a-z]{2})\/(\d{1,9})$/.exec(typed) ?? []
  return isLocale(locale) ? { campaignId: Number(campaignId), locale, version: Number(version) } : null
}

const text = z.string({ error: 'paper.errors.textMissing' }).transform((typed, context) => {
  const read = readText(typed)
  if (read) return read
  context.addIssue({ code: 'custom', message: 'paper.errors.textMissing' })
  return z.NEVER
})

/** A number as a person writes it, with or without spaces. */
const count = (missing: 'paper.errors.validMissing' | 'paper.errors.refusedMissing') =>
  z
    .string({ error: missing })
    .transform((typed) => typed.replace(/[\s\u00A0\u202F]/gu, ''))
    .refine((typed) => /^\d{1,7}$/.test(typed), { error: missing, abort: true })
    .transform(Number)
    .refine((value) => value <= mostInBatch, missing)

const isDay = (typed: string) => {
  const day = new Date(`${typed}T00:00:00Z`)
  return /^20\d\d-\d\d-\d\d$/.test(typed) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed)
}
const day = (missing: 'paper.errors.fromMissing' | 'paper.errors.toMissing') =>
  z.string({ error: missing }).trim().refine(isDay, missing)

/** SHA-256 as any tool writes it: 64 hexadecimal digits, in any case, with or without spaces and colons. */
const hash = z
  .string()
  .optional()
  .transform((typed) => (typed ?? '').toLowerCase().replace(/[\s:]/g, ''))
  .refine((typed) => typed !== '', { error: 'paper.errors.scanMissing', abort: true })
  .refine((typed) => /^[\da-f]{64}$/.test(typed), 'paper.errors.hashInvalid')

/** A counted batch, given the codes a département may have. */
export const batchForm = (departmentCodes: readonly string[]) =>
  z
    .object({
      text,
      valid: count('paper.errors.validMissing'),
      refused: count('paper.errors.refusedMissing'),
      department: z
        .string()
        .optional()
        .transform((typed) => typed || null)
        .refine((code) => code === null || departmentCodes.includes(code), 'paper.errors.departmentUnknown'),
      collectedFrom: day('paper.errors.fromMissing'),
      collectedTo: day('paper.errors.toMissing'),
      scanHash: hash,
      corrects: z.uuid({ error: 'paper.errors.correctsUnknown' }).optional(),
      reason: z
        .union([z.literal(''), z.enum(correctionReasons)], { error: 'paper.errors.reasonMissing' })
        .optional()
        .transform((typed) => typed || null),
    })
    .refine(({ collectedFrom, collectedTo }) => collectedFrom <= collectedTo, {
      path: ['collectedTo'],
      error: 'paper.errors.toBeforeFrom',
    })
    // Nothing to count is no batch; a correction may say that there was nothing.
    .refine(({ valid, corrects }) => valid > 0 || corrects !== undefined, {
      path: ['valid'],
      error: 'paper.errors.validNone',
    })
    .refine(({ reason, corrects }) => corrects === undefined || reason !== null, {
      path: ['reason'],
      error: 'paper.errors.reasonMissing',
    })

export type BatchForm = z.output<ReturnType<typeof batchForm>>

export const decisionForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('verify') }),
    z.object({
      intent: z.literal('decline'),
      reason: z.enum(declineReasons, { error: 'paper.errors.reasonMissing' }),
    }),
  ],
  { error: 'paper.errors.intentUnknown' },
)
export type DecisionForm = z.output<typeof decisionForm>

const hidden = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u

/** A postal address, as it is printed: up to six lines. Left empty, it is taken off. */
export const addressForm = z.object({
  campaignId: campaignIdOr('paper.errors.campaignUnknown'),
  lines: z
    .string({ error: 'paper.errors.addressInvalid' })
    .transform((typed) =>
      typed
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n'),
    )
    .refine((lines) => !hidden.test(lines), { error: 'paper.errors.addressInvalid', abort: true })
    .refine((lines) => lines.split('\n').length <= 6 && lines.length <= 300, 'paper.errors.addressTooLong'),
})

/** A batch that counts, or did, as anyone may read it. */
export interface PublicBatch {
  id: string
  counted: boolean
  /** The day a second person verified it, `YYYY-MM-DD`. */
  verifiedOn: string
  collectedFrom: string
  collectedTo: string
  valid: number
  refused: number
  locale: Locale
  textVersion: number
  department: string | null
  sha256: string
  corrects: string | null
}
