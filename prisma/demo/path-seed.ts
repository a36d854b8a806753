import type { PathContent } from '#app/features/remedies/path.ts'
import type { RuleId } from '#app/features/remedies/rules/deadlines/time-rules.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'
import { crpaReadOn, readOn, seenOn } from './read-on.ts'

export type PathSeed = SheetSeed<PathContent>
type Source = PathContent['sources'][number]

interface Words {
  title: string
  start?: string
  text: string
  silence?: string
}

const checkBy = '2027-06-30'

const article = (name: string, legiarti: string): Source => ({
  text: name,
  url: `https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI0000${legiarti}`,
})
export const labour = (number: string, legiarti: string) => article(`Code du travail, art. ${number}`, legiarti)
export const crpa = (number: string, legiarti: string) =>
  article(`Code des relations entre le public et l’administration, art. ${number}`, legiarti)
/** A text seen quoted on public pages. */
export const court = (numbers: string): Source => ({ text: `Code de justice administrative, art. ${numbers}`, url: '' })
export const gdpr = (numbers: string): Source => ({
  text: `RGPD, art. ${numbers}`,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
})

const words = ({ title, start = '', text, silence = '' }: Words) => ({ title, start, text, silence })

interface RuleSeed {
  verifiedOn?: string
  fr: Words & { start: string }
  en: Words & { start: string }
  letters: string[]
  sources: Source[]
}

/** A rule of time in words; its slug is its id. */
export const rule = (id: RuleId, { verifiedOn = readOn, fr, en, letters, sources }: RuleSeed): PathSeed => ({
  slug: id.toLowerCase(),
  verifiedOn,
  checkBy,
  content: { rule: id, fr: words(fr), en: words(en), letters, sources, steps: [], answers: [] },
})

/** A note on how delays are counted. */
export const note = (slug: string, content: { fr: Words; en: Words; sources: Source[] }): PathSeed => ({
  slug,
  verifiedOn: seenOn,
  checkBy,
  content: {
    rule: '',
    fr: words(content.fr),
    en: words(content.en),
    letters: [],
    sources: content.sources,
    steps: [],
    answers: [],
  },
})

/** A question of the tree, or an end with its paragraph, letters and rules. */
export const step = (id: string, [fr, en]: readonly [string, string], end?: End): PathContent['steps'][number] => ({
  id,
  fr,
  en,
  textFr: end?.text[0] ?? '',
  textEn: end?.text[1] ?? '',
  letters: end?.letters ?? '',
  rules: end?.rules ?? '',
})
interface End {
  text: readonly [fr: string, en: string]
  letters: string
  rules?: string
}

export const answer = (at: string, to: string, [fr, en]: readonly [string, string]) => ({ at, fr, en, to })

export const tree = (content: Pick<PathContent, 'steps' | 'answers'> & { fr: Words; en: Words }): PathSeed => ({
  slug: 'tree',
  verifiedOn: crpaReadOn,
  checkBy,
  content: {
    rule: '',
    fr: words(content.fr),
    en: words(content.en),
    letters: [],
    sources: [],
    steps: content.steps,
    answers: content.answers,
  },
})
