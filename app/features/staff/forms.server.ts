import { z } from 'zod'
import { emailAddress } from '#app/infra/mail/address.ts'
import { staffRole } from './schema.ts'

/** Someone to bring into the team. */
export const staffForm = z.object({
  email: emailAddress,
  role: staffRole,
})
export type StaffForm = z.output<typeof staffForm>
