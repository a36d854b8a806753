import { z } from 'zod'
import { asciiDomain } from '#app/infra/mail/address.ts'

/** A domain as it is typed, or `*` for every other one. */
const domain = (typed: string) => {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  return text === '*' ? text : asciiDomain(text)
}

const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on')

const fault = (context: z.RefinementCtx, message: string) => {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

/** How the addresses of one provider are read. */
export const addressRuleForm = z
  .object({
    intent: z.literal('set', 'staff.errors.intent'),
    domain: z
      .string({ error: 'signatures.addressRules.errors.domain' })
      .transform((typed, context) => domain(typed) ?? fault(context, 'signatures.addressRules.errors.domain')),
    ignoresDots: tick,
    tags: z
      .string()
      .optional()
      .transform((typed) => [...new Set((typed ?? '').replace(/\s/gu, ''))].join(''))
      .refine((typed) => /^[+\-_=.]{0,8}$/.test(typed), 'signatures.addressRules.errors.tags'),
    aliasOf: z
      .string()
      .optional()
      .transform((typed, context) => {
        if (!typed?.trim()) return null
        const found = domain(typed)
        return found && found !== '*' ? found : fault(context, 'signatures.addressRules.errors.aliasOf')
      }),
  })
  .refine(({ domain: own, aliasOf }) => aliasOf !== own && !(own === '*' && aliasOf !== null), {
    path: ['aliasOf'],
    error: 'signatures.addressRules.errors.circle',
  })

export const addressRuleRemoval = z.object({
  intent: z.literal('remove', 'staff.errors.intent'),
  domain: z.string().max(253),
})
