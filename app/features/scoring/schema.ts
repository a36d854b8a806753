import { z } from 'zod'
import { sheetDay, sheetSourceUrl } from '#app/features/sheets/schema.ts'
import { labels } from './rules/labels.ts'

const line = z.string().trim().min(1).max(300)
const text = z.string().trim().min(1).max(2000)
const slug = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'scoring.errors.slug')
  .max(40)

/** Who said it, where, and the day on which we saw it. */
const seen = { sourceFr: line, sourceEn: line, url: sheetSourceUrl.max(500), seen: sheetDay }

export const scoreModes = ['suspicion', 'chances'] as const
/** What a score is after: whom to check, or who is said to have little chance of a job. */
export type ScoreMode = (typeof scoreModes)[number]

/** A system whose criteria somebody named, and two invented groups to compare. */
const scoreSet = z.object({
  key: slug,
  mode: z.enum(scoreModes),
  fr: line,
  en: line,
  firstFr: line,
  firstEn: line,
  secondFr: line,
  secondEn: line,
})

/** `tied`: in our invented population it is true more often of the second group. */
const criterion = z.object({ set: slug, key: slug, fr: line, en: line, tied: z.boolean(), ...seen })

export const factPlaces = ['score', 'lot', 'procedure', 'labels'] as const
/** Something known of a real system, and the part of the page that it belongs to. */
const fact = z.object({ about: z.enum(factPlaces), fr: text, en: text, ...seen })
export type Fact = z.infer<typeof fact>

const label = z.object({ key: z.enum(labels), fr: line, en: line })

const words = z.object({ intro: text, disclaimer: line })

/** The page, as content: what it says of real systems, and where each word of that comes from. */
export const scoringContent = z
  .object({
    fr: words,
    en: words,
    sets: z.array(scoreSet).min(1).max(4),
    criteria: z.array(criterion).max(40),
    labels: z.array(label).max(4),
    facts: z.array(fact).max(20),
  })
  .superRefine(({ sets, criteria }, context) => {
    const keys = new Set(sets.map(({ key }) => key))
    if (keys.size < sets.length) context.addIssue({ code: 'custom', path: ['sets'], message: 'scoring.errors.twice' })
    const issue = (message: string) => context.addIssue({ code: 'custom', path: ['criteria'], message })
    if (criteria.some(({ set }) => !keys.has(set))) issue('scoring.errors.set')
    for (const key of keys) {
      const own = criteria.filter(({ set }) => set === key).map((one) => one.key)
      if (own.length < 2 || own.length > 10) issue('scoring.errors.criteria')
      if (new Set(own).size < own.length) issue('scoring.errors.twice')
    }
  })
export type ScoringContent = z.infer<typeof scoringContent>
