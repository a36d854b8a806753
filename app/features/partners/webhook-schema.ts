import { z } from 'zod'

/** What can be told. Each is public already; none names a person. */
export const webhookEvents = ['goal.reached', 'count.hourly', 'campaign.closed', 'update.published'] as const
export type WebhookEvent = (typeof webhookEvents)[number]
export const isWebhookEvent = (text: string): text is WebhookEvent => webhookEvents.some((event) => event === text)

/** A webhook as the team writes it down. Whether its address may be called is judged where it is called. */
export const webhookForm = z.object({
  intent: z.literal('add', 'staff.errors.intent'),
  campaign: z
    .string({ error: 'partners.webhooks.errors.campaign' })
    .regex(/^\d{1,9}$/, 'partners.webhooks.errors.campaign')
    .transform(Number),
  partner: z
    .string()
    .default('')
    .refine((typed) => /^\d{0,9}$/.test(typed), 'partners.errors.unknown')
    .transform((typed) => (typed === '' ? null : Number(typed))),
  url: z
    .string({ error: 'partners.webhooks.errors.url' })
    .transform((typed) => typed.trim())
    .refine((typed) => typed !== '', 'partners.webhooks.errors.url'),
  events: z
    .array(z.string(), 'partners.webhooks.errors.events')
    .transform((given) => given.filter(isWebhookEvent))
    .refine((events) => events.length > 0, 'partners.webhooks.errors.events'),
})
export type WebhookForm = z.output<typeof webhookForm>

/** What is done to a webhook that is there. */
export const webhookDeed = z.object({
  intent: z.enum(['test', 'rotate', 'pause', 'resume', 'remove'], { error: 'staff.errors.intent' }),
})
