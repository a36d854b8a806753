import { z } from 'zod'
import { isSheetSlug, sheetChanges, sheetDay, sheetKinds } from './schema.ts'

const revision = z.coerce.number('sheets.errors.wrong').int('sheets.errors.wrong').positive('sheets.errors.wrong')

const note = z
  .string({ error: 'sheets.errors.missing' })
  .transform((typed) => typed.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .refine((typed) => typed.length > 0, 'sheets.errors.missing')
  .refine((typed) => typed.length <= 600, 'sheets.errors.tooLong')

/** The buttons of the page of one sheet, each with what it needs. */
export const stepForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('save'), revision }),
    z.object({ intent: z.literal('discard'), revision }),
    z.object({ intent: z.literal('verify'), revision, checkBy: sheetDay }),
    z.object({ intent: z.literal('retire'), revision }),
    z.object({ intent: z.literal('return'), revision }),
  ],
  'staff.errors.intent',
)

const publishing = { revision, checkBy: sheetDay }

/** The first version tells no change. */
export const publishFirstForm = z
  .object(publishing)
  .transform((typed) => ({ ...typed, change: 'update' as const, noteFr: '', noteEn: '' }))
export const publishForm = z.object({
  ...publishing,
  change: z.enum(sheetChanges, { error: 'sheets.errors.change' }),
  noteFr: note,
  noteEn: note,
})

/** Beginning a sheet. */
export const beginForm = z.object({
  campaign: z.string({ error: 'staff.errors.campaign' }),
  kind: z.enum(sheetKinds, { error: 'sheets.errors.kind' }),
  slug: z
    .string({ error: 'sheets.errors.slug' })
    .transform((typed) => typed.trim().toLowerCase())
    .refine(isSheetSlug, 'sheets.errors.slug'),
})
