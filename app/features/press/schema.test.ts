import { expect, test } from 'vitest'
import { channelSheets } from '#prisma/demo/channels.ts'
import { pressSheets } from '#prisma/demo/press.ts'
import { channelContent, pressContent } from './schema.ts'

const [channel] = channelSheets.map(({ content }) => content)
const [text] = pressSheets.map(({ content }) => content)
const wrong = (given: object) => channelContent.safeParse({ ...channel, ...given }).error?.issues.map((i) => i.path[0])

test('supports are noted by hand with the day on which they were read', () => {
  expect(wrong({ supports: 1200, supportsOn: '2026-05-01' })).toBeUndefined()
  expect(wrong({ supports: 1200 })).toEqual(['supportsOn'])
  expect(wrong({ supportsOn: '2026-05-01' })).toEqual(['supportsOn'])
  expect(wrong({ supports: -1, supportsOn: '2026-05-01' })).toEqual(['supports'])
})

test('a channel leads to a site of its own by https alone', () => {
  expect(wrong({ url: 'http://petitions.example.org' })).toEqual(['url'])
  expect(wrong({ url: 'javascript:alert(1)' })).toEqual(['url'])
  expect(wrong({ petitionUrl: 'nonsense' })).toEqual(['petitionUrl'])
})

test('a contact has an address and a number that can be dialled, or none', () => {
  expect(pressContent.safeParse({ ...text, email: 'presse', phone: '' }).success).toBe(false)
  expect(pressContent.safeParse({ ...text, phone: 'call me' }).success).toBe(false)
  expect(pressContent.safeParse({ ...text, phone: '+33 1 23 45 67 89' }).success).toBe(true)
})

test('every channel of the demonstration says that nothing given here counts there, and no threshold that was not verified', () => {
  const petitions = channelSheets.filter(({ content }) => content.kind === 'petition')
  expect(petitions.map(({ slug }) => slug)).toEqual(['assembly', 'senate', 'cese', 'eci', 'peti'])
  for (const { content } of petitions) expect(content.fr.how).toMatch(/compte(nt)? pas|pas transmises/)
  const senate = JSON.stringify(petitions.find(({ slug }) => slug === 'senate'))
  expect(senate).not.toMatch(/\d{2,} ?\d{3}|FranceConnect/)
})
