import { z } from 'zod'
import { locales } from '#app/i18n/locale.ts'
import type { Fact } from './facts.ts'
import { staffRoles, type StaffRole } from './policy.ts'

/** Someone of the team, as those who manage it see them. */
export interface StaffMember {
  id: string
  email: string
  role: StaffRole
  since: Date
  lastSeen: Date | null
  /** When the link that was made and not yet opened stops working. */
  linkUntil: Date | null
}

export const staffRole = z.enum(staffRoles, { error: 'staff.errors.role' })
const staffId = z.uuid({ error: 'staff.errors.unknown' })

/** What the team page sends about someone who is there. */
export const memberForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('role'), staffId, role: staffRole }),
    z.object({ intent: z.literal('link'), staffId }),
    z.object({ intent: z.literal('remove'), staffId }),
  ],
  { error: 'staff.errors.intent' },
)

export const localeForm = z.object({ locale: z.enum(locales, { error: 'staff.errors.locale' }) })

/** Where a one-time link leads, under the site's own address. */
export const enterPath = (token: string): string => `/admin/enter/${token}`

export interface TrailEntry {
  seq: number
  at: Date
  /** `null`: the machine, or its command line. */
  who: string | null
  action: string
  subject: string
  /** As it is written down. */
  detail: string
  facts: readonly Fact[]
}
