import type { LawContent } from '#app/features/remedies/law.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'
import { crpaReadOn, readOn, seenOn } from './read-on.ts'

export type LawSeed = SheetSeed<LawContent>

interface Says {
  fr: string
  en: string
}

const checkBy = '2027-06-30'

const spaced = (article: string) => article.replace(/^([LRD]\*?)/, '$1.\u00a0').replace('R*.\u00a0', 'R.\u00a0*')
const slugOf = (prefix: string, article: string) => `${prefix}-${article.toLowerCase().replace('*', '')}`

const inCode = (prefix: string, code: string, day: string) => (article: string, legiarti: string, says: Says) => ({
  slug: slugOf(prefix, article),
  verifiedOn: day,
  checkBy,
  content: {
    code,
    article: spaced(article),
    url: `https://www.legifrance.gouv.fr/codes/article_lc/${legiarti}`,
    legiarti,
    confidence: 'read' as const,
    fr: { says: says.fr },
    en: { says: says.en },
  },
})

/** `crpa('L311-3-1', 'LEGIARTI…', { fr, en })`: an article read in the code of relations between the public and public bodies. */
export const crpa = inCode('crpa', `Code des relations entre le public et l’administration`, crpaReadOn)
export const labour = inCode('ct', `Code du travail`, readOn)

interface Elsewhere {
  slug: string
  code: string
  article: string
  url: string
  confidence: 'seen' | 'unverified'
}

/** A text that was seen quoted on a public page, or that is known but was not read. */
export const elsewhere = ({ slug, ...text }: Elsewhere, says: Says): LawSeed => ({
  slug,
  verifiedOn: seenOn,
  checkBy,
  content: { ...text, legiarti: '', fr: { says: says.fr }, en: { says: says.en } },
})
