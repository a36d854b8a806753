import { afterEach, expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { removeAddressRule, setAddressRule } from './commands/address-rules.server.ts'
import { followAddressRules, listAddressRules, refreshAddressRules } from './queries/address-rules.server.ts'
import { addressRuleForm } from './rules/address-rule-form.ts'
import { personalAddress } from './whose.server.ts'

const now = new Date('2026-02-01T11:00:00Z')
const rule = (given: Record<string, string>) => {
  const { intent: _, ...own } = addressRuleForm.parse({ intent: 'set', ...given })
  return own
}

afterEach(() => forgetSingleton('address-rules'))

test('a rule of the team is read by every process, and is in the trail', async () => {
  const actor = await anActor('campaigner')
  const followed = await followAddressRules()
  expect(personalAddress('c.amille@example.org')).toBe('c.amille@example.org')
  await setAddressRule({ actor, rule: rule({ domain: 'Example.ORG', ignoresDots: 'on', tags: '-' }) }, now)
  await refreshAddressRules()
  expect(personalAddress('c.amille-x@example.org')).toBe('camille@example.org')
  expect(await db().auditEntry.findFirst({ select: { action: true, subject: true } })).toEqual({
    action: 'address-rule.set',
    subject: 'domain:example.org',
  })
  await followed.stop()
})

test('a rule taken away leaves the one we bring', async () => {
  const actor = await anActor('campaigner')
  await setAddressRule({ actor, rule: rule({ domain: 'gmail.com', tags: '' }) }, now)
  await refreshAddressRules()
  expect(personalAddress('c.amille+x@gmail.com')).toBe('c.amille+x@gmail.com')
  expect((await listAddressRules())[0]).toMatchObject({ domain: 'gmail.com', origin: 'team', replaces: true })
  expect(await removeAddressRule({ actor, domain: 'gmail.com' }, now)).toEqual({ outcome: 'removed' })
  expect(await removeAddressRule({ actor, domain: 'gmail.com' }, now)).toEqual({ outcome: 'unknown' })
  await refreshAddressRules()
  expect(personalAddress('c.amille+x@gmail.com')).toBe('camille@gmail.com')
})

test.each([
  [{ domain: 'nonsense' }, 'signatures.addressRules.errors.domain'],
  [{ domain: 'example.org', tags: 'abc' }, 'signatures.addressRules.errors.tags'],
  [{ domain: 'example.org', aliasOf: 'not a domain' }, 'signatures.addressRules.errors.aliasOf'],
  [{ domain: 'example.org', aliasOf: 'Example.org' }, 'signatures.addressRules.errors.circle'],
  [{ domain: '*', aliasOf: 'example.org' }, 'signatures.addressRules.errors.circle'],
])('%o is refused beside its cause', (given, message) => {
  const parsed = addressRuleForm.safeParse({ intent: 'set', ...given })
  expect(parsed.error?.issues.map((issue) => issue.message)).toContain(message)
})
