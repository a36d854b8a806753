import { z } from 'zod'
import { sheetDay, sheetSourceUrl } from '#app/features/sheets/schema.ts'
import { systems } from '#app/features/testimonies/schema.ts'
import { stateFault } from './rules.ts'
import { commitmentStates, wordings } from './schema.ts'

const line = z.string({ error: 'commitments.errors.missing' }).trim().min(1, 'commitments.errors.missing').max(300)
const words = z.string({ error: 'commitments.errors.missing' }).trim().min(1, 'commitments.errors.missing').max(4000)
const webAddress = sheetSourceUrl.max(500)

/** Of an article often the month alone is known, or the year. */
const period = z
  .string({ error: 'commitments.errors.period' })
  .trim()
  .refine(
    (typed) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(typed) || sheetDay.safeParse(typed).success,
    'commitments.errors.period',
  )

/** A document that says something of it, or an answer of the service: what, where, and of which day, month or year it is. */
const document = z.object({ fr: words, en: words, url: webAddress, day: period })
export type CommitmentDocument = z.infer<typeof document>

const inLanguage = z.object({
  title: line,
  /** The promise: quoted if it was read, told if others tell it; of a title alone, the title. */
  promise: words,
  source: line,
  /** What would show that it is kept. */
  shown: words,
  /** Why the state is what it is. */
  why: words,
})

/** A promise, as content: what was promised, what would show it, what is known, and what follows from that. */
export const commitmentContent = z
  .object({
    fr: inLanguage,
    en: inLanguage,
    wording: z.enum(wordings, { error: 'commitments.errors.choose' }),
    sourceUrl: webAddress,
    promisedOn: sheetDay,
    documents: z.array(document).max(12),
    answers: z.array(document).max(12),
    /** Until when the service's answers were looked for. */
    soughtOn: sheetDay,
    /** What testimonies are counted beside it; `none`: none has to do with it. */
    system: z.enum(['none', ...systems], { error: 'commitments.errors.choose' }),
    state: z.enum(commitmentStates, { error: 'commitments.errors.choose' }),
    stateOn: sheetDay,
  })
  .superRefine((content, context) => {
    const message = stateFault(content)
    if (message) context.addIssue({ code: 'custom', path: ['state'], message })
    if (content.stateOn < content.promisedOn)
      context.addIssue({ code: 'custom', path: ['stateOn'], message: 'commitments.errors.stateBefore' })
  })
export type Commitment = z.infer<typeof commitmentContent>
