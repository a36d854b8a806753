import { expect, test } from 'vitest'
import { staffAddress } from './staff-address.server.ts'

test('a form goes on to a page of the back office in its one spelling, and to none of its doors', () => {
  for (const page of ['/admin/testimonies/0f?list=now', '/admin/paper/new', '/admin/team', '/admin/entered'])
    expect(staffAddress(page)).toBe(page)
  for (const asked of [
    '/admin/again',
    '/admin/AGAIN',
    '/admin/again/',
    '/admin/Again.data',
    '/admin/leave',
    '/admin/LEAVE?x=1',
    '/admin/enter/abc',
    '/admin/Enter/abc',
    '/admin//leave',
    '/admin/./again',
    '/admin/x/../leave',
    '/admin/%61gain',
    '/admin/team/',
    '//evil.example/admin/team',
    'https://evil.example/admin/team',
    '/fr/score',
    '',
  ])
    expect(staffAddress(asked)).toBe('/admin')
})
