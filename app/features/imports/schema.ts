import { z } from 'zod'
import { campaignIdOr } from '#app/features/campaigns/campaign-id.ts'
import { locales, type Locale } from '#app/i18n/locale.ts'
import { emailAddress } from '#app/infra/mail/address.ts'
import { encodings, type Encoding } from './rules/encoding.ts'
import { separatorNames, type Separator } from './rules/separator.ts'

/** Bytes of a file. */
export const mostFileBytes = 50 * 2 ** 20
/** Lines of a file that are read. */
export const mostRows = 1_000_000

export const importKinds = ['signatures', 'subscribers', 'suppressions', 'paper'] as const
export type ImportKind = (typeof importKinds)[number]

export const importStates = [
  'uploaded',
  'checking',
  'checked',
  'running',
  'done',
  'cancelled',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

/** What a column may hold. */
export const fields = [
  'email',
  'name',
  'firstName',
  'lastName',
  'postcode',
  'country',
  'language',
  'agreedOn',
  'status',
  'valid',
  'refused',
  'collectedFrom',
  'collectedTo',
  'department',
  'scanHash',
] as const
export type Field = (typeof fields)[number]

/** For each column what it holds; `null` leaves it out. */
export type Mapping = readonly (Field | null)[]

/** How days are written: 31/01/2026 or 01/31/2026. Years that come first are read either way. */
export const dayOrders = ['dmy', 'mdy'] as const
export type DayOrder = (typeof dayOrders)[number]

/** How the bytes of a file are read. */
export interface Reading {
  encoding: Encoding
  separator: Separator
  hasHeader: boolean
}

export const readingForm = z.object({
  intent: z.literal('reread'),
  encoding: z.enum(encodings, { error: 'imports.errors.encodingUnknown' }),
  separator: z.enum(separatorNames, { error: 'imports.errors.separatorUnknown' }),
  hasHeader: z
    .string()
    .optional()
    .transform((value) => value === 'on'),
})

/** Most columns of a file that are mapped; those behind are left out. */
export const mostColumns = 100

const words = (most: number) =>
  z
    .string()
    .optional()
    .transform((typed) => (typed ?? '').trim())
    .refine((text) => text.length <= most, 'imports.errors.tooLong')
    .refine((text) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text), 'imports.errors.tooLong')

/** Of whom a file brings it has to be said where they agreed; a list of who left, or a pile of paper, has its own reasons. */
const bringsPeople = ({ value }: { value: unknown }) =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'signatures' || value.kind === 'subscribers')

const missing = {
  source: 'imports.errors.sourceMissing',
  consentWhere: 'imports.errors.whereMissing',
  consentWhen: 'imports.errors.whenMissing',
  consentWords: 'imports.errors.wordsMissing',
  consentPurpose: 'imports.errors.purposeMissing',
} as const

const said = (field: keyof typeof missing) => ({ path: [field], when: bringsPeople, error: missing[field] })

const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on')

const mapping = z
  .array(z.union([z.literal('').transform(() => null), z.enum(fields)]), { error: 'imports.errors.mappingMissing' })
  .max(mostColumns)

/** What nobody can read in a file and a person has to say. */
export const mappingForm = z
  .object({
    intent: z.literal('map'),
    kind: z.enum(importKinds, { error: 'imports.errors.kindMissing' }),
    campaignId: campaignIdOr('imports.errors.campaignMissing'),
    locale: z.enum(locales, { error: 'imports.errors.localeMissing' }),
    dayOrder: z.enum(dayOrders).default('dmy'),
    source: words(80),
    consentWhere: words(300),
    consentWhen: words(200),
    consentWords: words(4000),
    consentPurpose: words(300),
    mayWrite: tick,
    confirmedElsewhere: tick,
    mapping,
  })
  .refine(({ source }) => source !== '', said('source'))
  .refine(({ consentWhere }) => consentWhere !== '', said('consentWhere'))
  .refine(({ consentWhen }) => consentWhen !== '', said('consentWhen'))
  .refine(({ consentWords }) => consentWords !== '', said('consentWords'))
  .refine(({ consentPurpose }) => consentPurpose !== '', said('consentPurpose'))
  .superRefine(({ kind, mapping: chosen }, context) => {
    const fault = faultOfMapping(kind, chosen)
    if (fault) context.addIssue({ code: 'custom', path: ['mapping'], message: fault })
  })
export type MappingForm = z.output<typeof mappingForm>

/** What each kind is read from; the others are left out. */
export const fieldsOf: Record<ImportKind, readonly Field[]> = {
  signatures: ['email', 'name', 'firstName', 'lastName', 'postcode', 'country', 'language', 'agreedOn', 'status'],
  subscribers: ['email', 'name', 'firstName', 'lastName', 'language', 'agreedOn', 'status'],
  suppressions: ['email', 'status'],
  paper: ['valid', 'refused', 'collectedFrom', 'collectedTo', 'department', 'scanHash'],
}

type MappingFault =
  | 'imports.errors.emailColumnMissing'
  | 'imports.errors.nameColumnMissing'
  | 'imports.errors.paperColumnsMissing'
  | 'imports.errors.columnTwice'

/** What a mapping lacks for its kind; `null` when nothing. */
export function faultOfMapping(kind: ImportKind, mapping: Mapping): MappingFault | null {
  const used = mapping.filter((field): field is Field => field !== null && fieldsOf[kind].includes(field))
  if (new Set(used).size < used.length) return 'imports.errors.columnTwice'
  const has = (field: Field) => used.includes(field)
  if (kind === 'paper') return has('valid') && has('collectedFrom') ? null : 'imports.errors.paperColumnsMissing'
  if (!has('email')) return 'imports.errors.emailColumnMissing'
  const isNamed = has('name') || has('firstName') || has('lastName')
  return kind === 'signatures' && !isNamed ? 'imports.errors.nameColumnMissing' : null
}

/** Why a row does not come in: it is wrong, and the file can be put right. */
export const refusalReasons = [
  'emailMissing',
  'emailInvalid',
  'nameMissing',
  'nameInvalid',
  'postcodeInvalid',
  'countryUnknown',
  'dayInvalid',
  'inFuture',
  'notActive',
  'stillActive',
  'countInvalid',
  'daysCrossed',
  'departmentUnknown',
  'hashInvalid',
  'textUnknown',
  'notCorrectable',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Why a row that is right adds nothing. */
export const knownReasons = ['twiceInFile', 'alreadyHere', 'importedBefore', 'leftAlone', 'hasLeft'] as const
export type KnownReason = (typeof knownReasons)[number]
export type Reason = RefusalReason | KnownReason

export const isKnownReason = (reason: string): reason is KnownReason => knownReasons.some((known) => known === reason)

/** One row that does not come in; the column counts from 0, `null` when it is about the whole row. */
export interface Refusal {
  line: number
  column: number | null
  reason: Reason
}

/** What is the same for every row of an import. */
export interface RowRules {
  kind: ImportKind
  mapping: Mapping
  locale: Locale
  dayOrder: DayOrder
  /** `YYYY-MM-DD`: nothing was signed after it. */
  today: string
}

export const waveForm = z.object({
  intent: z.literal('wave'),
  perHour: z
    .string({ error: 'imports.errors.paceInvalid' })
    .trim()
    .refine((typed) => /^\d{1,6}$/.test(typed), { error: 'imports.errors.paceInvalid', abort: true })
    .transform(Number)
    .refine((value) => value >= 1 && value <= 20_000, 'imports.errors.paceInvalid'),
})

export const stepForm = z.object({
  intent: z.enum(
    [
      'check',
      'start',
      'ask',
      'agree',
      'pause',
      'resume',
      'cancel',
      'undo',
      'drop',
      'agree-wave',
      'pause-wave',
      'resume-wave',
    ],
    { error: 'imports.errors.intentUnknown' },
  ),
})

/** Somebody asks to be forgotten whom a file brought. */
export const forgetForm = z.object({ email: emailAddress })

export type StepForm =
  z.output<typeof readingForm> | MappingForm | z.output<typeof waveForm> | z.output<typeof stepForm>

/** The form that an intent belongs to: one page has several. */
export function formOf(intent: string): z.ZodType<StepForm> {
  if (intent === 'reread') return readingForm
  if (intent === 'map') return mappingForm
  return intent === 'wave' ? waveForm : stepForm
}
