import { expect, test } from 'vitest'
import { sessionCookie, sessionCookieName } from './session-cookie.ts'

test('over https the cookie is tied to its host, closed to scripts and to other sites', () => {
  expect(sessionCookie('abc', true)).toBe('__Host-portevoix=abc; Path=/; HttpOnly; SameSite=Strict; Secure')
})

test('on a machine of one’s own it has a name that browsers accept without https', () => {
  expect(sessionCookie('abc', false)).toBe('portevoix=abc; Path=/; HttpOnly; SameSite=Strict')
})

test('leaving empties the cookie at once, under the same name', () => {
  for (const production of [true, false]) {
    expect(sessionCookie(null, production)).toMatch(new RegExp(`^${sessionCookieName(production)}=;.*Max-Age=0$`))
  }
})
