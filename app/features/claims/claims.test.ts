import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deskForm } from '#app/features/sheets/form.ts'
import { contentOf, typedOf } from '#app/features/sheets/typed.ts'
import { sheetJson } from '#app/features/sheets/schema.ts'
import { aClaimContent } from '#prisma/factories/a-claim.ts'
import { claims } from '#prisma/demo/claims.ts'
import { systemsAround } from '#prisma/demo/systems-around.ts'
import { claimForm, systemForm } from './claim-form.ts'
import { byState, claimChange, correctionLog, shownClaim } from './rules/shown.ts'
import { answerForm } from './schema/reply.ts'
import { aboutValue, isPressing, pathOf } from './rules/replies.ts'
import { claimStates } from './schema/content.ts'

const desk = deskForm(claimForm)
const problems = (given: object) => {
  const read = desk.read({ ...aClaimContent(), ...given }, 'a-score')
  return read.ok ? null : read.problems
}
const french = aClaimContent().fr

test('a claim is not published without an answer in both languages, or the day on which none was found', () => {
  expect(problems({})).toBeNull()
  expect(problems({ fr: { ...french, answer: ' ' } })).toEqual({ 'fr.answer': 'claims.errors.answerMissing' })
  const silent = { ...french, answerTitle: '', answer: '', answerSource: '' }
  expect(problems({ fr: silent, en: silent, answerKind: 'none' })).toEqual({ soughtOn: 'claims.errors.soughtMissing' })
  expect(problems({ fr: silent, en: silent, answerKind: 'none', soughtOn: '2026-01-10' })).toBeNull()
  expect(problems({ answerKind: 'partly' })).toEqual({ soughtOn: 'claims.errors.soughtMissing' })
})

test('the hash, the size and the day of a copy belong together', () => {
  const hash = 'a'.repeat(64)
  expect(problems({ copyHash: hash, copyBytes: 12, copyOn: '2026-01-10' })).toBeNull()
  expect(problems({ copyHash: hash })).toEqual({
    copyBytes: 'claims.errors.copyParts',
    copyOn: 'claims.errors.copyParts',
  })
  expect(problems({ copyHash: 'A'.repeat(64) })).toMatchObject({ copyHash: 'claims.errors.copyHash' })
})

test('no address that a browser would run is taken for a source', () => {
  for (const sourceUrl of ['javascript:alert(1)', 'data:text/html,x', 'https://a.example/ b', '//a.example'])
    expect(problems({ sourceUrl })).toEqual({ sourceUrl: 'sheets.errors.url' })
  expect(problems({ answerUrl: 'javascript:alert(1)' })).toEqual({ answerUrl: 'sheets.errors.url' })
})

test('what the desk shows of a claim or a system and takes back is the same content', () => {
  for (const { content } of claims)
    expect(
      claimForm.content.parse(contentOf(typedOf(sheetJson.parse(content), claimForm.fields), claimForm.fields)),
    ).toEqual(content)
  for (const { content } of systemsAround)
    expect(
      systemForm.content.parse(contentOf(typedOf(sheetJson.parse(content), systemForm.fields), systemForm.fields)),
    ).toEqual(content)
})

const sheet = (content = aClaimContent()) => ({
  slug: 'a-score',
  content,
  version: 1,
  publishedOn: '2026-01-16',
  verifiedOn: '2026-01-16',
})

test('who says it is told from data: the name, or the source where nobody is named', () => {
  expect(shownClaim(sheet(), 'fr').saidBy).toBe('An association')
  expect(shownClaim(sheet(aClaimContent({ fr: { ...french, saidBy: '' } })), 'fr').saidBy).toBe('A paper, 2024')
})

test('without an answer no words of one are shown, only the day it was looked for', () => {
  const { answer } = shownClaim(sheet(aClaimContent({ answerKind: 'none', soughtOn: '2026-01-12' })), 'fr')
  expect(answer).toEqual({ words: null, soughtOn: '2026-01-12' })
  expect(shownClaim(sheet(), 'fr').answer.soughtOn).toBeNull()
})

test('claims are shown by how far they are established, none twice and none left out', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...claimStates)), (states) => {
      const groups = byState(states.map((state, n) => ({ state, n })))
      const back = groups.flatMap(({ claims: some }) => some)
      expect(back).toHaveLength(states.length)
      expect(
        groups.every(({ state, claims: some }) => some.length > 0 && some.every((one) => one.state === state)),
      ).toBe(true)
    }),
  )
})

test('a change is told word by word in each language, and what is not words by its name', () => {
  const newer = aClaimContent({ fr: { ...french, body: 'They sort nine files a day.' }, state: 'corrected' })
  const { words, facts } = claimChange(aClaimContent(), newer, 'fr')
  expect(words).toEqual([
    {
      part: 'body',
      paragraphs: [
        [
          { kind: 'same', text: 'They sort ' },
          { kind: 'removed', text: 'ninety' },
          { kind: 'added', text: 'nine' },
          { kind: 'same', text: ' files a day.' },
        ],
      ],
    },
  ])
  expect(facts).toEqual([{ fact: 'state', before: 'reported', after: 'corrected' }])
  expect(claimChange(aClaimContent(), newer, 'en').words).toEqual([])
})

test('another attribution, another finding and another day of the copy are changes too', () => {
  const newer = aClaimContent({
    fr: { ...french, saidBy: 'A court' },
    answerKind: 'partly',
    soughtOn: '2026-01-10',
    copyOn: '2026-01-11',
  })
  const { words, facts } = claimChange(aClaimContent(), newer, 'fr')
  expect(words.map(({ part }) => part)).toEqual(['saidBy'])
  expect(facts).toEqual([
    { fact: 'answerKind', before: 'answered', after: 'partly' },
    { fact: 'soughtOn', before: '', after: '2026-01-10' },
    { fact: 'copyOn', before: '', after: '2026-01-11' },
  ])
})

test('the log says of every version but the first what it changed of the one before', () => {
  const at = (version: number, body: string) => ({
    version,
    content: aClaimContent({ fr: { ...french, body } }),
    change: version === 1 ? ('first' as const) : ('correction' as const),
    note: { fr: 'Pourquoi.', en: 'Why.' },
    publishedOn: `2026-01-1${version}`,
  })
  const log = correctionLog(
    [at(3, 'They sort three files.'), at(2, 'They sort two files.'), at(1, 'They sort one files.')],
    'fr',
  )
  expect(
    log.map(({ version, changed }) => [version, changed?.words[0]?.paragraphs[0]?.map(({ text }) => text)]),
  ).toEqual([
    [3, ['They sort ', 'two', 'three', ' files.']],
    [2, ['They sort ', 'one', 'two', ' files.']],
    [1, undefined],
  ])
})

const asked = {
  about: 'claim:a-score',
  passages: 'ninety files',
  reply: 'It is nine.',
  signedAs: 'The service',
  name: 'Camille Exemple',
  quality: 'In charge of communication',
  email: 'camille@example.org',
  entitled: 'on',
}
const faults = (given: object) =>
  answerForm
    .safeParse({ ...asked, ...given })
    .error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`) ?? []

test('a right of reply names a page, words, a person who can be answered and a designation; all that is missing is told at once', () => {
  expect(faults({})).toEqual([])
  const blank = Object.fromEntries(Object.keys(asked).map((name) => [name, '']))
  expect(faults(blank).map((fault) => fault.split(' ')[0])).toEqual([
    'about',
    'passages',
    'reply',
    'signedAs',
    'name',
    'quality',
    'email',
    'entitled',
  ])
  for (const about of ['other', 'claim:', 'claim:A', 'claim:a/../b', 'page:x'])
    expect(faults({ about })).toEqual(['about claims.errors.aboutMissing'])
})

test('what a form names is a page of the campaign, and back again', () => {
  for (const about of ['campaign', 'claim:a-score', 'system:charte']) {
    const read = answerForm.parse({ ...asked, about }).about
    expect(aboutValue(read)).toBe(about)
  }
  expect(pathOf({ target: 'system', slug: 'charte' })).toBe('/systems/charte')
  expect(pathOf({ target: 'campaign', slug: '' })).toBe('')
})

test('a reply that is due by tomorrow cannot wait', () => {
  expect([2, 1, 0, -3].map(isPressing)).toEqual([false, true, true, true])
})
