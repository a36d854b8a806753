import { z } from 'zod'
import { readRange } from './shared-network.ts'

const words = (missing: string, long: string) =>
  z
    .string({ error: missing })
    .transform((typed) => typed.normalize('NFC').trim().replace(/\s+/gu, ' '))
    .refine((typed) => typed.length > 0, missing)
    .refine((typed) => [...typed].length <= 120, long)

const problems = {
  'not-a-range': 'staff.networks.errors.range',
  'too-wide': 'staff.networks.errors.tooWide',
} as const

/** A network that many people share. */
export const networkForm = z.object({
  intent: z.literal('add', 'staff.errors.intent'),
  range: z.string({ error: 'staff.networks.errors.range' }).transform((typed, context) => {
    const read = readRange(typed)
    if (typeof read !== 'string') return read
    context.addIssue({ code: 'custom', message: problems[read] })
    return z.NEVER
  }),
  label: words('staff.networks.errors.label', 'staff.networks.errors.tooLong'),
  reason: words('staff.networks.errors.reason', 'staff.networks.errors.tooLong'),
})

export const networkRemoval = z.object({
  intent: z.literal('remove', 'staff.errors.intent'),
  id: z.uuid('staff.networks.errors.unknown'),
})
