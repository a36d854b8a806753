import { z } from 'zod'
import type { Draft } from './schema.ts'

/** A text as its witness would have it, and what they say of it. */
export interface Amendment {
  draft: Draft
  /** What they ask to leave out beside the text, as `itemOf` names it. */
  leaveOut: string[]
  note: string
}

const shape = z.object({
  draft: z.object({
    title: z.string(),
    text: z.string(),
    contentWarning: z.string().nullable(),
    quote: z.string().nullable(),
  }),
  leaveOut: z.array(z.string()).default([]),
  note: z.string(),
})

/** An amendment as the words of a message of that kind. */
export const writeAmendment = ({ draft, leaveOut, note }: Amendment): string =>
  JSON.stringify({ draft, leaveOut, note })

/** What `writeAmendment` wrote. */
export const readAmendment = (words: string): Amendment => shape.parse(JSON.parse(words))
