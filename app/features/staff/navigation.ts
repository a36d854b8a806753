import type { MessageKey } from '#app/i18n/t.ts'
import { may, type Actor, type Permission } from './policy.ts'

export interface AdminDoor {
  href: string
  label: MessageKey
  permission: Permission
}

const doors = [
  { href: '/admin', label: 'staff.navigation.dashboard', permission: 'enter' },
  { href: '/admin/testimonies', label: 'staff.navigation.testimonies', permission: 'moderate' },
  { href: '/admin/cases', label: 'cases.desk.title', permission: 'moderate' },
  { href: '/admin/questions', label: 'questions.desk.title', permission: 'moderate' },
  { href: '/admin/signatures', label: 'staff.navigation.signatures', permission: 'analyse' },
  { href: '/admin/organisations', label: 'organisations.desk.title', permission: 'campaign' },
  { href: '/admin/paper', label: 'paper.desk.title', permission: 'campaign' },
  { href: '/admin/imports', label: 'imports.desk.title', permission: 'campaign' },
  { href: '/admin/numbers', label: 'staff.navigation.numbers', permission: 'analyse' },
  { href: '/admin/exports', label: 'exports.desk.title', permission: 'enter' },
  { href: '/admin/mailings', label: 'staff.navigation.mailings', permission: 'mail' },
  { href: '/admin/campaigns', label: 'staff.navigation.campaigns', permission: 'campaign' },
  { href: '/admin/sheets', label: 'sheets.title', permission: 'campaign' },
  { href: '/admin/team', label: 'staff.navigation.team', permission: 'manage-team' },
  { href: '/admin/audit', label: 'staff.navigation.audit', permission: 'read-audit' },
  { href: '/admin/settings', label: 'staff.navigation.settings', permission: 'enter' },
] as const satisfies readonly AdminDoor[]

export type AdminHref = (typeof doors)[number]['href']

/** The rooms that open for someone: what their role does not grant is not shown. The pages check again. */
export const doorsOf = (actor: Pick<Actor, 'role'>) => doors.filter(({ permission }) => may(actor, permission))

/** Whether a page belongs to a door: `/admin/mailings/7` is behind `/admin/mailings`. */
export const isBehind = (href: string, pathname: string): boolean =>
  pathname === href || (href !== '/admin' && pathname.startsWith(`${href}/`))
