import { expect, test } from 'vitest'
import { may, permissions, staffRoles } from './policy.ts'

test('each role has what stands here and nothing else', () => {
  const table = Object.fromEntries(
    staffRoles.map((role) => [role, permissions.filter((permission) => may({ role }, permission))]),
  )
  expect(table).toEqual({
    owner: ['enter', 'campaign', 'moderate', 'mail', 'analyse', 'integrity', 'manage-team', 'read-audit'],
    campaigner: ['enter', 'campaign', 'mail', 'analyse', 'integrity'],
    moderator: ['enter', 'moderate'],
    analyst: ['enter', 'analyse'],
  })
})
