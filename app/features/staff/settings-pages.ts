import type { MessageKey } from '#app/i18n/t.ts'
import { may, type Actor, type Permission } from './policy.ts'

const pages = [
  { href: '/admin/settings', label: 'staff.settings.title', permission: 'enter' },
  { href: '/admin/settings/guard', label: 'staff.guard.title', permission: 'campaign' },
  { href: '/admin/settings/networks', label: 'staff.networks.title', permission: 'manage-team' },
  { href: '/admin/settings/addresses', label: 'signatures.addressRules.title', permission: 'campaign' },
  { href: '/admin/settings/left-alone', label: 'mailings.leftAlone.title', permission: 'campaign' },
  { href: '/admin/settings/yearly', label: 'mailings.renewal.setting.title', permission: 'campaign' },
  { href: '/admin/settings/partners', label: 'partners.title', permission: 'manage-team' },
  { href: '/admin/settings/webhooks', label: 'partners.webhooks.title', permission: 'manage-team' },
  { href: '/admin/settings/retention', label: 'privacy.title', permission: 'enter' },
] as const satisfies readonly { href: string; label: MessageKey; permission: Permission }[]

export type SettingsPage = (typeof pages)[number]

/** The pages of settings that open for someone, as tabs. */
export const settingsPages = (actor: Pick<Actor, 'role'>): SettingsPage[] =>
  pages.filter(({ permission }) => may(actor, permission))
