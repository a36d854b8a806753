import { z } from 'zod'
import { sheetDay } from '#app/features/sheets/schema.ts'

/** Beside the file whose hash goes into the draft of a claim: the day the copy was made, and the state of the draft that was seen. */
export const copyForm = z.object({
  madeOn: sheetDay,
  revision: z.coerce.number({ error: 'cases.errors.stale' }).int('cases.errors.stale'),
})
