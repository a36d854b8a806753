import { z } from 'zod'

const line = z.string().trim().min(1).max(300)
const text = z.string().trim().min(1).max(12_000)
const maybe = z.string().trim().max(2000)

/** The name of a field in a letter: `{{noticeDate}}`. */
const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)

export const letterFieldKinds = ['line', 'text', 'day', 'email', 'choice', 'checks', 'amount'] as const

/** What a person types for a letter. Choices are one per line, `value: label`, with the same values in both languages. */
const letterField = z.object({
  name: fieldName,
  as: z.enum(letterFieldKinds),
  labelFr: line,
  labelEn: line,
  hintFr: maybe,
  hintEn: maybe,
  choicesFr: maybe,
  choicesEn: maybe,
  optional: z.boolean(),
})
export type LetterField = z.infer<typeof letterField>

/**
 * A rule of time that begins on a day of the letter: `from` names a field, or is `sent` for the day the letter leaves. `when` says for which
 * choice it is, `kind=order`; empty: for all.
 */
const letterDeadline = z.object({
  rule: z.string().regex(/^D-[A-Z0-9]{2,6}$/),
  from: fieldName,
  when: z.string().trim().max(100).default(''),
  fr: line,
  en: line,
})
export type LetterDeadline = z.infer<typeof letterDeadline>

/** Where a letter stands in the list: what happened to the person who looks for it. */
export const letterSituations = ['received', 'know', 'correct', 'silence', 'beyond', 'speak'] as const

const law = z.string().regex(/^[a-z]+(-[a-z0-9-]+)?$/)

/**
 * A letter, as content: its French words, what to type, and an English explanation beside. `form: 'card'` is a letter that must
 * not be sent: it says why. In `fr.addressee`, `fr.subject` and `fr.body`: `{{name}}` stands for what was typed, `[[if name]]`,
 * `[[if name=value]]`, `[[else]]` and `[[end]]` on lines of their own; a blank line ends a paragraph, `1. ` and `- ` begin an item.
 */
export const letterContent = z.object({
  code: z.string().regex(/^L\d{2}$/),
  form: z.enum(['letter', 'card']),
  situation: z.enum(letterSituations).optional(),
  fields: z.array(letterField).max(40),
  fr: z.object({
    title: line,
    purpose: text,
    addressee: maybe,
    subject: maybe,
    body: z.string().trim().max(12_000),
    after: text,
  }),
  en: z.object({ title: line, purpose: text, addressee: maybe, explanation: text, after: text }),
  enclosures: z.array(z.object({ fr: line, en: line })).max(12),
  /** Slugs of `law` sheets, in the order of the letter. */
  law: z.array(law).max(30),
  deadlines: z.array(letterDeadline).max(8),
  /** Slugs of letters that follow when nothing comes back: `l09`. */
  next: z.array(z.string().regex(/^l\d{2}$/)).max(4),
})
export type LetterContent = z.infer<typeof letterContent>
