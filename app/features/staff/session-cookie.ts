/** `__Host-` ties the cookie to this host over https; browsers refuse that name without https, as on a machine of one's own. */
export const sessionCookieName = (production: boolean): string => (production ? '__Host-portevoix' : 'portevoix')

/**
 * The Set-Cookie of a session, or of its end. No lifetime: the cookie goes with the browser, and the server's limits count
 * either way. Strict, because nothing outside the back office links into it: its links are typed, or lead to an inert page.
 */
export function sessionCookie(secret: string | null, production: boolean): string {
  const parts = [`${sessionCookieName(production)}=${secret ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Strict']
  if (production) parts.push('Secure')
  if (secret === null) parts.push('Max-Age=0')
  return parts.join('; ')
}
