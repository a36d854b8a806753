import { z } from 'zod'
import { emailAddress } from '#app/infra/mail/address.ts'
import { staffRole } from './schema.ts'

/** Someone to bring into the team. An address is one person's whatever its case. */
export const staffForm = z.object({
  email: emailAddress.transform((address) => address.toLowerCase()),
  role: staffRole,
})
export type StaffForm = z.output<typeof staffForm>
