import { z } from 'zod'
import { isNameOfCommonProvider, isSharedName } from '#app/features/signatures/rules/providers.ts'
import { asciiDomain } from '#app/infra/mail/address.ts'

/** A domain as it is typed, or an address at it, of which the domain alone is read. */
const domain = z
  .string({ error: 'integrity.errors.oneDomain' })
  .transform((typed, context) => {
    const read = asciiDomain(typed.normalize('NFKC').trim().replace(/^.*@/, ''))
    if (read && read.length <= 253) return read
    context.addIssue({ code: 'custom', message: 'integrity.errors.oneDomain' })
    return z.NEVER
  })
  .refine((read) => !isSharedName(read), 'integrity.errors.sharedDomain')

/** What somebody of the team says of a mail domain. */
export const standingForm = z
  .object({
    intent: z.literal('say', 'staff.errors.intent'),
    domain,
    standing: z.enum(['trusted', 'suspect'], 'integrity.errors.standing'),
  })
  // A slip here would look askance at half of everybody.
  .refine(({ domain: read, standing }) => standing === 'trusted' || !isNameOfCommonProvider(read), {
    path: ['domain'],
    error: 'integrity.errors.commonDomain',
  })

export const standingRemoval = z.object({
  intent: z.literal('take-back', 'staff.errors.intent'),
  kind: z.enum(['domain', 'network'], 'staff.errors.intent'),
  key: z.string('staff.errors.intent').regex(/^(?:[\da-f]{2}){1,32}$/, 'staff.errors.intent'),
})
