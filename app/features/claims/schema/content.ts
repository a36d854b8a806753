import { z } from 'zod'
import { sheetDay, sheetSourceUrl } from '#app/features/sheets/schema.ts'

/**
 * How far a claim is established. reported: somebody says so, and we have not verified it ourselves · documented: an official
 * document says so · disputed: whoever it is about contests it · corrected: it was wrong, and says so · withdrawn: we no longer make it.
 */
export const claimStates = ['documented', 'reported', 'disputed', 'corrected', 'withdrawn'] as const
export type ClaimState = (typeof claimStates)[number]

/** What was found of an answer: one that speaks of it, one that leaves the point open, none. */
export const answerKinds = ['answered', 'partly', 'none'] as const

const line = z.string().trim().min(1).max(300)
const lineOrNone = z.string().trim().max(300)
const text = z.string().trim().min(1).max(6000)
const textOrNone = z.string().trim().max(6000)
const fact = z.string().trim().min(1).max(900)
const none = z.literal('')
const dayOrNone = z.union([none, sheetDay], { error: 'sheets.errors.day' })
const webOrNone = z.union([none, sheetSourceUrl], { error: 'sheets.errors.url' })
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'claims.errors.slug')

/** A letter that fits, and what it is for: the page of letters may know it, or not. */
const letter = z.object({
  letter: z.string().regex(/^l\d{2}$/, 'claims.errors.letter'),
  fr: line,
  en: line,
})
export type FittingLetter = z.infer<typeof letter>

const words = z.object({
  title: line,
  /** Who says it, as it follows "according to": the page writes the attribution. */
  saidBy: lineOrNone,
  body: text,
  source: line,
  answerTitle: lineOrNone,
  answer: textOrNone,
  answerSource: lineOrNone,
})

const languages = ['fr', 'en'] as const
const answerParts = ['answerTitle', 'answer', 'answerSource'] as const

/**
 * A factual claim with its source, and the answer beside it. There is none without the other: either an answer, or the day on which
 * none was found.
 */
export const claimContent = z
  .object({
    fr: words,
    en: words,
    state: z.enum(claimStates, { error: 'claims.errors.state' }),
    sourceUrl: sheetSourceUrl,
    /** When we last read the source there. */
    seenOn: sheetDay,
    answerKind: z.enum(answerKinds, { error: 'claims.errors.answerKind' }),
    answerUrl: webOrNone,
    /** When an answer was last looked for. */
    soughtOn: dayOrNone,
    /** SHA-256 of the copy that the association keeps, in hexadecimal; its bytes; the day it was made. All three or none. */
    copyHash: z.union([none, z.string().regex(/^[\da-f]{64}$/, 'claims.errors.copyHash')], {
      error: 'claims.errors.copyHash',
    }),
    copyBytes: z.union([none, z.number().int().positive()], { error: 'claims.errors.copyBytes' }),
    copyOn: dayOrNone,
    /** Slugs of the systems that it speaks of. */
    systems: z.array(slug).max(12),
    letters: z.array(letter).max(8),
  })
  .superRefine(({ answerKind, soughtOn, copyHash, copyBytes, copyOn, ...both }, context) => {
    const missing = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (answerKind !== 'none')
      for (const language of languages)
        for (const part of answerParts)
          if (both[language][part] === '') missing([language, part], 'claims.errors.answerMissing')
    if (answerKind !== 'answered' && soughtOn === '') missing(['soughtOn'], 'claims.errors.soughtMissing')
    const kept = [copyHash !== '', copyBytes !== '', copyOn !== '']
    if (kept.includes(true) && kept.includes(false)) {
      if (copyHash === '') missing(['copyHash'], 'claims.errors.copyParts')
      if (copyBytes === '') missing(['copyBytes'], 'claims.errors.copyParts')
      if (copyOn === '') missing(['copyOn'], 'claims.errors.copyParts')
    }
  })
export type ClaimContent = z.infer<typeof claimContent>

/** Something said, with who says it. */
const sourced = z.object({ fr: fact, en: fact, sourceFr: line, sourceEn: line, url: webOrNone })

const unknownPoint = z.object({ fr: fact, en: fact })

/** Which of the three a part of a system is about: being flagged, being looked at, being told. They are not the same. */
export const stages = ['score', 'check', 'decision'] as const

const systemWords = z.object({ title: line, lead: text, remedy: text })

/** As witnesses choose it in the form of a testimony; empty: none of them. */
export const witnessSystems = ['', 'suspicion', 'employability', 'control', 'label', 'sanction'] as const

/** A system that the debate names: what it does, what is known and by whom, what is not, what the service says, what one can do. */
export const systemContent = z.object({
  fr: systemWords,
  en: systemWords,
  does: z.array(z.object({ stage: z.enum(stages), fr: text, en: text })).max(6),
  known: z.array(sourced).max(20),
  unknown: z.array(unknownPoint).max(20),
  answers: z.array(sourced).min(1, 'claims.errors.answerMissing').max(12),
  letters: z.array(letter).max(8),
  testimonies: z.enum(witnessSystems, { error: 'claims.errors.state' }),
})
export type SystemContent = z.infer<typeof systemContent>
