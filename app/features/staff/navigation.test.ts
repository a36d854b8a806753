import { expect, test } from 'vitest'
import { doorsOf, isBehind } from './navigation.ts'

test('a role sees the doors that open for it', () => {
  expect(doorsOf({ role: 'moderator' }).map(({ href }) => href)).toEqual([
    '/admin',
    '/admin/testimonies',
    '/admin/cases',
    '/admin/questions',
    '/admin/exports',
    '/admin/settings',
  ])
  expect(doorsOf({ role: 'analyst' }).map(({ href }) => href)).toEqual([
    '/admin',
    '/admin/signatures',
    '/admin/numbers',
    '/admin/exports',
    '/admin/settings',
  ])
  expect(doorsOf({ role: 'owner' })).toHaveLength(16)
})

test('one door is current on each page', () => {
  const current = (pathname: string) =>
    doorsOf({ role: 'owner' }).flatMap(({ href }) => (isBehind(href, pathname) ? [href] : []))
  expect(current('/admin')).toEqual(['/admin'])
  expect(current('/admin/mailings/7')).toEqual(['/admin/mailings'])
  expect(current('/admin/teams')).toEqual([])
})
