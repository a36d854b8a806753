import { z } from 'zod'
import { linesDisplayed } from '#app/features/campaigns/rules/displayed.ts'
import { lineOfText, longText } from '#app/features/campaigns/rules/typed-text.ts'
import { findStops } from '#app/features/testimonies/guard/find-identifiers.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { isDay } from './rules/day.ts'

/** What a visitor may send. Whoever defends the tool has an entrance of their own, and the same answer. */
export const askKinds = ['question', 'objection', 'correction'] as const
export type AskKind = (typeof askKinds)[number]

export const askStates = ['waiting', 'answered', 'declined'] as const
export type AskState = (typeof askStates)[number]

export const entryStates = ['proposed', 'published', 'retired'] as const
export type EntryState = (typeof entryStates)[number]

/** In the order of the page. The words in both languages are `questions.themes.<code>`. */
export const themes = ['act', 'understand', 'debate', 'campaign'] as const
export type Theme = (typeof themes)[number]

/** Why a published entry changes. Only facts are told to everyone, with the words of before. */
export const changes = ['wording', 'correction', 'update'] as const
export type Change = 'first' | (typeof changes)[number]

/** Why no answer is given. Told to whoever asked: `questions.reasons.<code>` in both languages. */
export const declineReasons = ['unclear', 'personalCase', 'cannotVerify', 'offTopic', 'abusive'] as const
/** The last one is given by time alone. */
export const askedReasons = [...declineReasons, 'unanswered'] as const
export type DeclineReason = (typeof askedReasons)[number]

export const longest = { text: 2000, words: 4000, question: 300, answer: 8000, note: 400 } as const
export const leastText = 10

/** The words of an entry in both languages; an absent language is empty. */
export interface EntryWords {
  questionFr: string
  answerFr: string
  questionEn: string
  answerEn: string
}

export const wordsIn = (words: EntryWords, locale: Locale): { question: string; answer: string } =>
  locale === 'fr'
    ? { question: words.questionFr, answer: words.answerFr }
    : { question: words.questionEn, answer: words.answerEn }

/** The first step: what is asked, before anything is kept. */
export const lookForm = z.object({
  kind: z.enum(askKinds, { error: 'questions.errors.kindMissing' }),
  text: longText({ key: 'questions.errors.text', least: leastText, most: longest.text }),
  once: z.uuidv4().optional().catch(undefined),
})

/** The second: the same, and whether it may appear. */
export const sendForm = lookForm.extend({
  wish: z.enum(['publish', 'private'], { error: 'questions.errors.wishMissing' }),
})
export type SendForm = z.output<typeof sendForm>

export const codeForm = z.object({ code: z.string({ error: 'questions.errors.codeMissing' }) })

/** As large as a number of a row may be. */
const mostId = 2_147_483_647
const whole = z.coerce
  .number({ error: 'questions.errors.stale' })
  .int('questions.errors.stale')
  .nonnegative('questions.errors.stale')
  .max(mostId, 'questions.errors.stale')

/** `''` when nothing was typed. */
const blankIsEmpty = <S extends z.ZodType<string>>(schema: S) =>
  z
    .preprocess((typed) => (typeof typed === 'string' && typed.trim() !== '' ? typed : null), schema.nullable())
    .transform((text) => text ?? '')

const entryFields = {
  theme: z.enum(themes, { error: 'questions.errors.themeMissing' }),
  questionFr: blankIsEmpty(lineOfText({ key: 'questions.errors.line', most: longest.question })),
  answerFr: blankIsEmpty(longText({ key: 'questions.errors.answer', most: longest.answer })),
  questionEn: blankIsEmpty(lineOfText({ key: 'questions.errors.line', most: longest.question })),
  answerEn: blankIsEmpty(longText({ key: 'questions.errors.answer', most: longest.answer })),
}

/** A language is there whole or not at all, and one of them is. The wording of a question leads to nobody; an answer may say how a body is reached. */
function bothHalves(words: EntryWords, context: z.RefinementCtx): void {
  const wrong = (field: keyof EntryWords) =>
    context.addIssue({ code: 'custom', path: [field], message: 'questions.errors.otherHalf' })
  if (words.questionFr === '' && words.answerFr !== '') wrong('questionFr')
  if (words.questionFr !== '' && words.answerFr === '') wrong('answerFr')
  if (words.questionEn === '' && words.answerEn !== '') wrong('questionEn')
  if (words.questionEn !== '' && words.answerEn === '') wrong('answerEn')
  for (const field of ['questionFr', 'questionEn'] as const)
    if (findStops(words[field]).length > 0)
      context.addIssue({ code: 'custom', path: [field], message: 'questions.errors.identifies' })
  if (words.questionFr === '' && words.questionEn === '')
    context.addIssue({ code: 'custom', path: ['questionFr'], message: 'questions.errors.oneLanguage' })
}

const words = (least: 0 | 1) =>
  least === 1
    ? longText({ key: 'questions.errors.words', least: 10, most: longest.words })
    : blankIsEmpty(longText({ key: 'questions.errors.words', most: longest.words }))

/** What a moderator may do with what was asked: one form, one button, one step. Fields are named after their form. */
export const askedStep = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('answer'), revision: whole, words: words(1) }),
    z.object({
      intent: z.literal('point'),
      revision: whole,
      entry: z.coerce
        .number({ error: 'questions.errors.entryMissing' })
        .int('questions.errors.entryMissing')
        .positive('questions.errors.entryMissing')
        .max(mostId, 'questions.errors.entryMissing'),
      pointWords: words(0),
    }),
    z.object({
      intent: z.literal('decline'),
      revision: whole,
      reason: z.enum(declineReasons, { error: 'questions.errors.reasonMissing' }),
      declineWords: words(0),
    }),
    z.object({ intent: z.literal('propose'), revision: whole, ...entryFields }).superRefine(bothHalves),
  ],
  { error: 'questions.errors.stale' },
)
export type AskedStep = z.output<typeof askedStep>

const note = blankIsEmpty(lineOfText({ key: 'questions.errors.note', most: longest.note }))
const aDay = z.string({ error: 'questions.errors.day' }).refine(isDay, 'questions.errors.day')
const entryForm = {
  revision: whole,
  ...entryFields,
  verifiedOn: aDay,
  checkBy: z.union([z.literal(''), aDay], { error: 'questions.errors.day' }).default(''),
  change: z.enum(changes).optional().catch(undefined),
  noteFr: note,
  noteEn: note,
}

/** Lines on one page of the desk. */
export const askedPerPage = 50

/** Several of the list at once, told the same. */
export const declineSeveralForm = z.object({
  chosen: linesDisplayed(askedPerPage, 'questions.errors.nothingChosen'),
  reason: z.enum(declineReasons, { error: 'questions.errors.reasonMissing' }),
})
export type DeclineSeveral = z.output<typeof declineSeveralForm>

/** The buttons of an entry's page, and of the list of entries. */
export const entryStep = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('save'), ...entryForm }).superRefine(bothHalves),
    z.object({ intent: z.literal('publish'), ...entryForm }).superRefine(bothHalves),
    z.object({
      intent: z.literal('merge'),
      revision: whole,
      into: z.coerce
        .number({ error: 'questions.errors.entryMissing' })
        .int('questions.errors.entryMissing')
        .positive('questions.errors.entryMissing')
        .max(mostId, 'questions.errors.entryMissing'),
    }),
    z.object({ intent: z.enum(['retire', 'restore', 'discard']), revision: whole }),
  ],
  { error: 'questions.errors.stale' },
)
export type EntryStep = z.output<typeof entryStep>
export type EntryForm = Extract<EntryStep, { intent: 'save' | 'publish' }>

/** The list moves one entry at a time: no script needed. */
export const moveForm = z.object({ entry: whole, way: z.enum(['up', 'down'], { error: 'questions.errors.stale' }) })
