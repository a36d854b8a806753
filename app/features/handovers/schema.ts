import { z } from 'zod'
import { newsForm } from '#app/features/mailings/rules/news-form.ts'
import { bases, dueBy } from './rules/clock.ts'

/** How a pack reaches its addressee, and who hands it over: in their role, never by name. The words are `handovers.how` and `.by`. */
export const ways = ['hand', 'registered', 'post', 'email', 'bailiff', 'event'] as const
export type Way = (typeof ways)[number]
export const hands = ['association', 'delegation', 'presidency', 'spokesperson', 'counsel', 'partners'] as const
export type Hand = (typeof hands)[number]

export const longestLetter = 20_000
export const longestAnswer = 10_000
export const longestSource = 300

/** `2026-02-30` is none. */
const isDay = (typed: string): boolean => {
  const day = new Date(`${typed}T00:00:00Z`)
  return /^20\d\d-\d\d-\d\d$/.test(typed) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed)
}
const day = z.string({ error: 'handovers.errors.day' }).trim().refine(isDay, 'handovers.errors.day')
const dayOrNone = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() || null)
  .refine((typed) => typed === null || isDay(typed), 'handovers.errors.day')

/** Line ends and tabs are all that a text needs of what cannot be seen, and no sign that turns the order of letters. */
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

const words = (most: number, tooLong: string) =>
  z
    .string()
    .optional()
    .transform((typed) => (typed ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((typed) => typed.length <= most, tooLong)
    .refine((typed) => !hidden.test(typed), 'handovers.errors.hidden')

const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on')

const revision = z.coerce.number().int().positive().catch(0)

const isWebAddress = (typed: string): boolean => /^https:\/\/[^\s<>"]+$/.test(typed) && URL.canParse(typed)

const addressOrNone = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() || null)
  .refine((typed) => typed === null || (typed.length <= 500 && isWebAddress(typed)), 'handovers.errors.url')

/** What a pack is prepared with. */
const draft = z.object({
  intent: z.literal('save'),
  revision,
  plannedOn: day,
  letterFr: words(longestLetter, 'handovers.errors.letterTooLong'),
  letterEn: words(longestLetter, 'handovers.errors.letterTooLong'),
  organisations: tick,
  quotes: tick,
})
export type HandoverDraft = z.output<typeof draft>

const delivery = z.object({
  intent: z.literal('deliver'),
  deliveredOn: day,
  how: z.enum(ways, 'handovers.errors.how'),
  by: z.enum(hands, 'handovers.errors.by'),
  dueOn: dayOrNone,
  dueBasis: z
    .enum(['', ...bases], 'clock.errors.basis')
    .optional()
    .transform((typed) => typed || null),
  dueSourceFr: words(longestSource, 'clock.errors.sourceTooLong'),
  dueSourceEn: words(longestSource, 'clock.errors.sourceTooLong'),
  dueSourceUrl: addressOrNone,
})
export type Delivery = z.output<typeof delivery>

const answer = z.object({
  intent: z.literal('answer'),
  answeredOn: day,
  answerUrl: addressOrNone,
  answerFr: words(longestAnswer, 'handovers.errors.answerTooLong'),
  answerEn: words(longestAnswer, 'handovers.errors.answerTooLong'),
})
export type Answer = z.output<typeof answer>

/** What is wrong with a delivery as a whole, each with its field. */
function deliveryFaults({ deliveredOn, dueOn, dueBasis, dueSourceFr, dueSourceEn }: Delivery) {
  const faults: [field: keyof Delivery, message: string][] = []
  if (dueOn !== null && dueOn < deliveredOn) faults.push(['dueOn', 'handovers.errors.dueBefore'])
  if (dueBasis === null) return faults
  const computed = dueBy(dueBasis, deliveredOn)
  if (computed !== null && dueOn !== null && dueOn !== computed) faults.push(['dueOn', 'clock.errors.computed'])
  if (computed === null && dueOn === null) faults.push(['dueOn', 'clock.errors.dueMissing'])
  if (dueBasis === 'other' && dueSourceFr === '') faults.push(['dueSourceFr', 'clock.errors.source'])
  if (dueBasis === 'other' && dueSourceEn === '') faults.push(['dueSourceEn', 'clock.errors.source'])
  return faults
}

const either = (one: string, other: string): boolean => (one === '') === (other === '')

/** The buttons of a pack's page, each with what it needs. */
export const handoverForm = z
  .discriminatedUnion(
    'intent',
    [
      draft,
      z.object({ intent: z.enum(['propose', 'take-back', 'discard', 'not-delivered', 'not-answered']), revision }),
      z.object({ intent: z.literal('agree'), revision, understood: z.literal('on', 'handovers.errors.understood') }),
      delivery,
      answer,
      newsForm,
    ],
    'staff.errors.intent',
  )
  .superRefine((form, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (form.intent === 'save' && !either(form.letterFr, form.letterEn))
      wrong(form.letterFr === '' ? 'letterFr' : 'letterEn', 'handovers.errors.letterBoth')
    if (form.intent === 'deliver') for (const [field, message] of deliveryFaults(form)) wrong(field, message)
    if (form.intent === 'answer') {
      const said = form.answerFr !== '' && form.answerEn !== ''
      const none = form.answerFr === '' && form.answerEn === ''
      if (!said && !(none && form.answerUrl !== null))
        wrong(none ? 'answerUrl' : form.answerFr === '' ? 'answerFr' : 'answerEn', 'handovers.errors.answer')
    }
  })
export type HandoverForm = z.output<typeof handoverForm>

/** The number of a pack, as addresses have it. */
export const packId = (typed = ''): number | null => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null)
