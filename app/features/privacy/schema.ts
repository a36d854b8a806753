import { z } from 'zod'
import { termBounds, type TermName } from '#app/features/testimonies/rules/retention.ts'

/** What time takes away, in the order it is looked for. Also the columns of the journal. */
export const swept = ['closed', 'originals', 'words', 'drafts', 'cases', 'questions'] as const
export type Swept = (typeof swept)[number]
export type Gone = Record<Swept, number>

const amount = (name: TermName) =>
  z.coerce
    .number({ error: 'privacy.errors.number' })
    .int('privacy.errors.number')
    .min(termBounds[name].least, `privacy.errors.${name}`)
    .max(termBounds[name].most, `privacy.errors.${name}`)

export const termsForm = z.object({
  original: amount('original'),
  draft: amount('draft'),
  review: amount('review'),
  case: amount('case'),
})

export const retentionStep = z.discriminatedUnion(
  'intent',
  [
    termsForm.extend({ intent: z.literal('set') }),
    z.object({ intent: z.literal('reviewed'), testimonyId: z.uuid('privacy.errors.number') }),
  ],
  { error: 'privacy.errors.number' },
)
