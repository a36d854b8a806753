import { z } from 'zod'

/** Which update was wrong. */
export const erratumForm = z.object({ mailing: z.uuid('mailings.errors.intentUnknown') })
