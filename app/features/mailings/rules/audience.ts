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

/** Whom nobody is. */
const nobody: Audience = { ...everyone, signedFrom: '2099-12-31' }

/** For the pages of a mailing: one whose audience cannot be read is for nobody, and says so. To send takes one that can. */
export function audienceShown(kept: unknown): { audience: Audience; audienceUnreadable: boolean } {
  const read = audienceShape.safeParse(kept)
  return { audience: read.data ?? nobody, audienceUnreadable: !read.success }
}

/** Whether it says which places: of few people in one place a number alone says much. */
export const narrowsByPlace = ({ departments }: Pick<Audience, 'departments'>): boolean => departments.length > 0

/** Whether it asks for something that only a signature says. */
export const asksForSignature = ({ departments, signedFrom, signedUntil }: Audience): boolean =>
  departments.length > 0 || signedFrom !== null || signedUntil !== null

export const isNarrowed = (audience: Audience): boolean =>
  asksForSignature(audience) || audience.languages.length > 0 || audience.who !== 'everyone' || audience.update !== null

/** Fewer than this, in a place, are not counted out. */
export const fewestShown = 10

/** What may be said of a count: `null` stands for “fewer than ten”. Nobody at all is said, so that nothing is sent to nobody. */
export const countToShow = (audience: Audience, count: number): number | null =>
  count > 0 && count < fewestShown && narrowsByPlace(audience) ? null : count

/** A field that was left empty. */
const dayTyped = z
  .string()
  .default('')
  .transform((typed) => typed.trim() || null)
  .refine((typed) => typed === null || isDay(typed), 'mailings.audience.errors.day')

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
  received: z.enum(['yes', 'no'], 'mailings.audience.errors.received').default('yes'),
}

/** Counts what is typed, or keeps it. */
export const audienceForm = z
  .object({ intent: z.enum(['count', 'keep'], 'mailings.errors.intentUnknown'), ...audienceFields })
  .refine(({ signedFrom, signedUntil }) => signedFrom === null || signedUntil === null || signedFrom <= signedUntil, {
    path: ['signedUntil'],
    error: 'mailings.audience.errors.order',
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
  received,
}: AudienceForm): Audience => ({
  departments: [...new Set(departments)].toSorted(),
  languages: languages.length === locales.length ? [] : [...new Set(languages)],
  who,
  signedFrom,
  signedUntil,
  update: update === '' ? null : { id: update, received: received === 'yes' },
})

/** What the form shows of a description that was kept. */
export const typedOf = ({ departments, languages, who, signedFrom, signedUntil, update }: Audience) => ({
  departments,
  languages,
  who,
  signedFrom: signedFrom ?? '',
  signedUntil: signedUntil ?? '',
  update: update?.id ?? '',
  received: update?.received === false ? 'no' : 'yes',
})
