import { z } from 'zod'
import { emailAddress } from '#app/infra/mail/address.ts'

/** Months that news may wait. */
export const pauses = [1, 3, 6] as const
export const leavingReasons = ['too-often', 'not-asked', 'not-for-me', 'disagree', 'other'] as const
export type LeavingReason = (typeof leavingReasons)[number]
export const newsScopes = ['this', 'chosen', 'all'] as const
export const newsWishes = ['pause-1', 'pause-3', 'pause-6', 'stop'] as const

/** What somebody wants less of. Nothing is ticked in advance. */
export const preferencesForm = z
  .object({
    scope: z.enum(newsScopes, { error: 'mailings.preferences.errors.scope' }),
    campaigns: z.array(z.string().max(100)).max(200).default([]),
    wish: z.enum(newsWishes, { error: 'mailings.preferences.errors.wish' }),
    reason: z.enum(leavingReasons).or(z.literal('')).default(''),
  })
  .refine(({ scope, campaigns }) => scope !== 'chosen' || campaigns.length > 0, {
    path: ['campaigns'],
    error: 'mailings.preferences.errors.campaigns',
  })

/** What a page sends with the button to leave. A mail program sends what it likes: nothing it says is a mistake. */
export const leavingForm = z.object({ reason: z.enum(leavingReasons).or(z.literal('')).catch('') })

/** Asks for a letter with a link to choose. */
export const newsLinkForm = z.object({ email: emailAddress })

export type Preferences = z.output<typeof preferencesForm>

/** Months of a pause; `null`: for good. */
export const monthsOf = (wish: Preferences['wish']): number | null =>
  wish === 'stop' ? null : (pauses.find((months) => wish === `pause-${months}`) ?? null)
