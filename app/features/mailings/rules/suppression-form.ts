import { z } from 'zod'

/** Of what may be pasted into the page; longer lists go in at the command line. */
export const longestList = 50_000

export const suppressionForm = z.object({
  intent: z.enum(['count', 'import']),
  list: z
    .string({ error: 'mailings.leftAlone.errors.list' })
    .max(longestList, 'mailings.leftAlone.errors.tooLong')
    .refine((text) => text.trim() !== '', { error: 'mailings.leftAlone.errors.list' }),
})
