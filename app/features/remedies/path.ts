import { z } from 'zod'
import { sheetUrl, type Sheet } from '#app/features/sheets/schema.ts'
import { ruleIds, isRule } from './rules/deadlines/time-rules.ts'
import { treeProblem, wordsIn } from './rules/path-tree.ts'

const line = z.string().trim().min(1).max(300)
const text = z.string().trim().min(1).max(4000)
const maybe = z.string().trim().max(4000)

const isLetter = (slug: string) => /^l\d{2}$/.test(slug)
const letters = z
  .string()
  .max(100)
  .refine((list) => wordsIn(list).every(isLetter), 'deadlines.errors.letter')
const rules = z
  .string()
  .max(100)
  .refine((list) => wordsIn(list).every(isRule), 'deadlines.errors.rule')
const id = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/, 'deadlines.errors.id')

const step = z.object({ id, fr: line, en: line, textFr: maybe, textEn: maybe, letters, rules })
const answer = z.object({ at: id, fr: line, en: line, to: id })
const source = z.object({
  text: line,
  url: z.union([z.literal(''), sheetUrl.max(500)], { error: 'sheets.errors.url' }),
})

/** `start` asks for the day on which the rule begins; `silence` says what follows. Both are for rules only. */
const words = z.object({ title: line, start: z.string().trim().max(300), text, silence: maybe })

/**
 * What leads to a letter in time, as content. With a `rule` it is that rule in words, beside its arithmetic, which is code; with
 * `steps` it is the tree of questions; with neither it is a note on how delays are counted.
 */
export const pathContent = z
  .object({
    rule: z.union([z.literal(''), z.enum(ruleIds)]),
    fr: words,
    en: words,
    letters: z.array(z.string().refine(isLetter, 'deadlines.errors.letter')).max(8),
    sources: z.array(source).max(12),
    steps: z.array(step).max(60),
    answers: z.array(answer).max(120),
  })
  .superRefine((content, context) => {
    const problem = treeProblem(content)
    if (problem) context.addIssue({ code: 'custom', message: problem, path: ['steps'] })
    if (content.rule === '') return
    if (content.steps.length > 0)
      context.addIssue({ code: 'custom', message: 'deadlines.errors.ruleOrTree', path: ['steps'] })
    for (const locale of ['fr', 'en'] as const) {
      if (content[locale].start === '')
        context.addIssue({ code: 'custom', message: 'sheets.errors.missing', path: [locale, 'start'] })
    }
  })
export type PathContent = z.infer<typeof pathContent>

/** The tree as its page shows it: with the day it was verified. */
export type ShownTree = Pick<Sheet<PathContent>, 'content' | 'verifiedOn' | 'version' | 'publishedOn'>

/** The sheet that holds the tree of the page of letters. */
export const treeSlug = 'tree'
