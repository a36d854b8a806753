import { z } from 'zod'
import { sheetUrl } from '#app/features/sheets/schema.ts'

const line = z.string().trim().min(1).max(300)

/** How sure we are: read in the code itself, seen quoted on a public page, or known but not read. */
export const lawConfidences = ['read', 'seen', 'unverified'] as const

/** A text of law, as content: where it is, what it says in a sentence, how sure we are of it. */
export const lawContent = z.object({
  code: line,
  article: line,
  url: sheetUrl.max(500),
  /** Identifier in Légifrance; empty when the text has none or it was not looked up. */
  legiarti: z.union([z.literal(''), z.string().regex(/^LEGIARTI\d{12}$/)]),
  confidence: z.enum(lawConfidences),
  fr: z.object({ says: z.string().trim().min(1).max(600) }),
  en: z.object({ says: z.string().trim().min(1).max(600) }),
})
export type LawContent = z.infer<typeof lawContent>
