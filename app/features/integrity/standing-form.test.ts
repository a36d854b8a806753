import { expect, test } from 'vitest'
import { standingForm } from './standing-form.ts'

const read = (domain: string, standing: string | undefined = 'trusted') =>
  standingForm.safeParse({ intent: 'say', domain, standing })
const faults = (domain: string, standing?: string) =>
  read(domain, standing).error?.issues.map(({ path, message }) => [path[0], message])

test.each([
  ['Mairie.Example', 'mairie.example'],
  ['  camille@école.example ', 'xn--cole-9oa.example'],
  ['@service.mairie.example', 'service.mairie.example'],
])('%s is read as %s', (typed, domain) => {
  expect(read(typed).data?.domain).toBe(domain)
})

test.each(['', 'mairie', '192.0.2.1', 'https://mairie.example', 'mairie.example, autre.example'])(
  '“%s” is no domain',
  (typed) => {
    expect(faults(typed)).toEqual([['domain', 'integrity.errors.oneDomain']])
  },
)

test('a name that many share is nobody’s to trust', () => {
  expect(faults('asso.fr')).toEqual([['domain', 'integrity.errors.sharedDomain']])
  expect(faults('portevoix.asso.fr')).toBeUndefined()
})

test('a provider that half of everybody uses cannot be called suspect, nor a name below it', () => {
  expect(faults('gmail.com', 'suspect')).toEqual([['domain', 'integrity.errors.commonDomain']])
  expect(faults('mail.orange.fr', 'suspect')).toEqual([['domain', 'integrity.errors.commonDomain']])
  expect(faults('gmail.com', 'trusted')).toBeUndefined()
})

test('what is said has to be chosen', () => {
  expect(standingForm.safeParse({ intent: 'say', domain: 'x.example' }).error?.issues).toMatchObject([
    { path: ['standing'], message: 'integrity.errors.standing' },
  ])
})
