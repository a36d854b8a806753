import { z } from 'zod'
import { departments as everyDepartment } from '#app/features/campaigns/departments.ts'
import { locales } from '#app/i18n/locale.ts'

const knownDepartments = new Set(everyDepartment.map(({ code }) => code))

/** `YYYY-MM-DD` that the calendar has, of this age. */
const isDay = (typed: string): boolean => /^20\d\d-/.test(typed) && z.iso.date().safeParse(typed).success
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

const department = z.string().refine((code) => knownDepartments.has(code), 'mailings.audience.errors.department')
const day = z.string().refine(isDay, 'mailings.audience.errors.day')

/** Whose news: a person's, or an organisation's through whoever speaks for it. */
export const askers = ['everyone', 'people', 'organisations'] as const

/**
 * Who receives a mailing, of those who asked for news of its campaign and did not leave: each rule narrows, an empty one does not.
 * What is said of a signature holds for one and the same of the mailbox: where several share it, one of them is enough.
 */
export const audienceShape = z
  .strictObject({
    /** Codes; of the signature. */
    departments: z.array(department).max(knownDepartments.size).default([]),
    /** In which the news are read. */
    languages: z.array(z.enum(locales)).max(locales.length).default([]),
    who: z.enum(askers).default('everyone'),
    /** First and last day, in Paris, on which the signature was confirmed. */
    signedFrom: day.nullable().default(null),
    signedUntil: day.nullable().default(null),
    /** Another mailing of the campaign, and whether it was handed over to them. In doubt it is neither the one nor the other. */
    update: z
      .strictObject({ id: z.string().regex(uuid), received: z.boolean() })
      .nullable()
      .default(null),
  })
  .refine(({ signedFrom, signedUntil }) => signedFrom === null || signedUntil === null || signedFrom <= signedUntil, {
    path: ['signedUntil'],
    error: 'mailings.audience.errors.order',
  })
export type Audience = z.output<typeof audienceShape>

export const everyone: Audience = audienceShape.parse({})

/** Whether it asks for something that only a signature says. */
export const asksForSignature = ({ departments, signedFrom, signedUntil }: Audience): boolean =>
  departments.length > 0 || signedFrom !== null || signedUntil !== null

export const isNarrowed = (audience: Audience): boolean =>
  asksForSignature(audience) || audience.languages.length > 0 || audience.who !== 'everyone' || audience.update !== null

/** Fewer than this are never counted out where something is said of who they are. */
export const fewestShown = 10

/** A number of people as it may be told: as it is, in tens that are full, or that there are fewer than ten, possibly nobody. */
export type Told = { kind: 'exact' | 'tens'; n: number } | { kind: 'few' }

/**
 * In tens, rounded down, as everywhere on the site. Nobody at all is told as few are: the step from nobody to one would say that
 * somebody is there.
 */
export const inTens = (n: number): Told => (n < fewestShown ? { kind: 'few' } : { kind: 'tens', n: n - (n % 10) })

/** Whoever changes a rule and counts again learns no more than tens. Everyone who asked, of whom nothing is said, are counted out. */
export const countToShow = (audience: Audience, n: number): Told =>
  isNarrowed(audience) ? inTens(n) : { kind: 'exact', n }

/** Whether the numbers of a mailing's letters would count out few of whom something is said. */
export const isOfFew = (audience: Audience, letters: number): boolean => isNarrowed(audience) && letters < fewestShown

/** `15/3/2026`, the day first, as well as `2026-03-15`, which is what browsers send that have a calendar. */
function dayIn(typed: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(typed) ?? []
  return year === '' ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A field that was left empty. */
const dayTyped = z
  .string()
  .default('')
  .transform((typed) => dayIn(typed.trim()) || null)
  .refine((typed) => typed === null || isDay(typed), 'mailings.audience.errors.day')

/** Whether an earlier update was received; without a choice it does not matter. */
export const receptions = ['any', 'yes', 'no'] as const

/** The form, field by field, so that an error stands beside its cause. */
export const audienceFields = {
  departments: z.array(department).max(knownDepartments.size).default([]),
  languages: z.array(z.enum(locales, 'mailings.audience.errors.language')).default([]),
  who: z.enum(askers, 'mailings.audience.errors.who').default('everyone'),
  signedFrom: dayTyped,
  signedUntil: dayTyped,
  update: z
    .string()
    .default('')
    .refine((typed) => typed === '' || uuid.test(typed), 'mailings.audience.errors.update'),
  received: z.enum(receptions, 'mailings.audience.errors.received').default('any'),
}

/** Counts what is typed, or keeps it. */
export const audienceForm = z
  .object({ intent: z.enum(['count', 'keep'], 'mailings.errors.intentUnknown'), ...audienceFields })
  .refine(({ signedFrom, signedUntil }) => signedFrom === null || signedUntil === null || signedFrom <= signedUntil, {
    path: ['signedUntil'],
    error: 'mailings.audience.errors.order',
  })
  // Half an answer would narrow nothing, and somebody meant something by it.
  .refine(({ update, received: answer }) => answer === 'any' || update !== '', {
    path: ['update'],
    error: 'mailings.audience.errors.which',
  })
  .refine(({ update, received: answer }) => answer !== 'any' || !uuid.test(update), {
    path: ['received'],
    error: 'mailings.audience.errors.received',
  })
export type AudienceForm = z.output<typeof audienceForm>

/** Every language is the same as none chosen. */
export const audienceOf = ({
  departments,
  languages,
  who,
  signedFrom,
  signedUntil,
  update,
  received: answer,
}: AudienceForm): Audience => ({
  departments: [...new Set(departments)].toSorted(),
  languages: languages.length === locales.length ? [] : [...new Set(languages)],
  who,
  signedFrom,
  signedUntil,
  update: update === '' ? null : { id: update, received: answer === 'yes' },
})

/** What the form shows of a description that was kept. */
export const typedOf = ({ departments, languages, who, signedFrom, signedUntil, update }: Audience) => ({
  departments,
  languages,
  who,
  signedFrom: signedFrom ?? '',
  signedUntil: signedUntil ?? '',
  update: update?.id ?? '',
  received: update === null ? 'any' : update.received ? 'yes' : 'no',
})
