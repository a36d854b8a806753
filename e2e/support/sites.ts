/** Every kind of public page, by the address after the language. */
export const publicPaths = [
  '',
  '/score',
  '/score/easy',
  '/score/signed',
  '/score/confirmed',
  '/score/testify',
  '/score/testimonies',
  '/score/numbers',
  '/score/updates',
  '/privacy',
] as const

export const adminPaths = [
  '/admin',
  '/admin/campaigns',
  '/admin/signatures',
  '/admin/testimonies',
  '/admin/mailings',
  '/admin/mailings/new',
  '/admin/numbers',
  '/admin/team',
  '/admin/audit',
  '/admin/settings',
] as const

export const locales = ['fr', 'en'] as const
