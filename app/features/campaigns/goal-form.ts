import { z } from 'zod'

const largest = 100_000_000

const goalId = z.coerce.number('campaigns.errors.goal').int('campaigns.errors.goal').positive('campaigns.errors.goal')

const threshold = z
  .string({ error: 'campaigns.errors.threshold' })
  .transform((typed) => typed.replace(/[\s.,]/gu, ''))
  .refine((typed) => /^[1-9]\d{0,8}$/.test(typed) && Number(typed) <= largest, 'campaigns.errors.threshold')
  .transform(Number)

const sentence = (most: number) =>
  z
    .string({ error: 'campaigns.errors.missing' })
    .transform((typed) => typed.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .refine((typed) => typed.length > 0, 'campaigns.errors.missing')
    .refine((typed) => typed.length <= most, 'campaigns.errors.tooLong')
    .refine((typed) => !/\p{Cc}/u.test(typed), 'campaigns.errors.hidden')

const duty = { threshold, dutyFr: sentence(400), dutyEn: sentence(400) }

const day = z
  .string({ error: 'campaigns.errors.day' })
  .trim()
  .refine(
    (typed) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && new Date(typed).toString() !== 'Invalid Date' && isRealDay(typed),
    'campaigns.errors.day',
  )

/** `2026-02-30` is none. */
const isRealDay = (typed: string) => new Date(`${typed}T00:00:00Z`).toISOString().startsWith(typed)

/** The buttons of the page of a campaign's goals, each with what it needs. */
export const goalForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('add'), ...duty }),
    z.object({ intent: z.literal('change'), goalId, ...duty }),
    z.object({ intent: z.literal('remove'), goalId }),
    z.object({ intent: z.literal('done'), goalId, doneOn: day, doneFr: sentence(600), doneEn: sentence(600) }),
    z.object({ intent: z.literal('not-done'), goalId }),
  ],
  'staff.errors.intent',
)
export type GoalForm = z.output<typeof goalForm>
