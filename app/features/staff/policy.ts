import type { Locale } from '#app/i18n/locale.ts'

export const staffRoles = ['owner', 'campaigner', 'moderator', 'analyst'] as const
export type StaffRole = (typeof staffRoles)[number]

/** What a person of the team may do. Deny by default: a role has what stands beside it and nothing else. */
export const permissions = [
  'enter',
  'campaign',
  'moderate',
  'mail',
  'analyse',
  'integrity',
  'manage-team',
  'read-audit',
] as const
export type Permission = (typeof permissions)[number]

const granted: Record<StaffRole, readonly Permission[]> = {
  owner: permissions,
  campaigner: ['enter', 'campaign', 'mail', 'analyse', 'integrity'],
  moderator: ['enter', 'moderate'],
  analyst: ['enter', 'analyse'],
}

declare const proven: unique symbol

/** Someone whose session was checked in this request. Only `findActor` of the staff room (and test factories) make one. */
export interface Actor {
  readonly id: string
  readonly role: StaffRole
  readonly locale: Locale
  readonly [proven]?: true
}

export const may = (actor: Pick<Actor, 'role'>, permission: Permission): boolean =>
  granted[actor.role].includes(permission)
