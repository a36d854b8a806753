import { z } from 'zod'
import { longestReason } from './telling.ts'

const hidden = /\p{Cc}/u

/** The buttons with which the team decides whether those who asked for news are written to. */
export const newsForm = z
  .object({
    intent: z.enum(['news-prepare', 'news-aside', 'news-again'], 'staff.errors.intent'),
    about: z.string().regex(/^[a-z]+:[a-z0-9:-]{1,110}$/, 'staff.errors.intent'),
    because: z
      .string()
      .optional()
      .transform((typed) => (typed ?? '').normalize('NFC').trim())
      .refine((typed) => typed.length <= longestReason, 'followers.errors.tooLong')
      .refine((typed) => !hidden.test(typed), 'followers.errors.hidden'),
  })
  .refine(({ intent, because }) => intent !== 'news-aside' || because !== '', {
    path: ['because'],
    error: 'followers.errors.because',
  })
export type NewsForm = z.output<typeof newsForm>
