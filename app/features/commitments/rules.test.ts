import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitments } from '#prisma/demo/commitments.ts'
import { commitmentContent } from './content.ts'
import { commitmentForm } from './form.ts'
import { canMove, changeAbout, changeNamed, countStates, followFault, stateChanges, stateFault } from './rules.ts'
import { commitmentStates, wordings } from './schema.ts'

const state = fc.constantFrom(...commitmentStates)

test('a promise that was withdrawn begins anew before it is judged again', () => {
  expect(canMove('withdrawn', 'kept')).toBe(false)
  expect(canMove('withdrawn', 'unknown')).toBe(true)
  for (const from of commitmentStates) expect(canMove(from, from)).toBe(true)
  for (const from of commitmentStates.filter((one) => one !== 'withdrawn'))
    for (const to of commitmentStates) expect(canMove(from, to)).toBe(true)
})

test('no state but the first stands without a document, and none for words that nobody knows', () => {
  const judged = fc.record({
    state,
    wording: fc.constantFrom(...wordings),
    documents: fc.array(fc.constant({}), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(judged, (one) => {
      const may = one.state === 'unknown' || (one.wording !== 'title' && one.documents.length > 0)
      expect(stateFault(one) === null).toBe(may)
    }),
  )
})

test('a new state is not dated before the one it follows; the same state may be corrected in its day', () => {
  const before = { state: 'unknown', stateOn: '2026-03-01' } as const
  expect(followFault(before, { state: 'kept', stateOn: '2026-02-28' })).toBe('commitments.errors.stateBefore')
  expect(followFault(before, { state: 'kept', stateOn: '2026-03-01' })).toBeNull()
  expect(followFault(before, { state: 'unknown', stateOn: '2026-02-28' })).toBeNull()
  expect(followFault({ ...before, state: 'withdrawn' }, { state: 'kept', stateOn: '2026-03-02' })).toBe(
    'commitments.errors.move',
  )
})

test('changes are the versions whose state is another than the one before, and the first is none', () => {
  fc.assert(
    fc.property(fc.array(state, { maxLength: 12 }), (states) => {
      const newestFirst = states.map((one, place) => ({
        version: states.length - place,
        content: { state: one, stateOn: '2026-01-01' },
      }))
      const expected = newestFirst.filter(
        (_, place) => place + 1 < states.length && states[place] !== states[place + 1],
      )
      expect(stateChanges(newestFirst).map(({ to }) => to)).toEqual(expected)
    }),
  )
})

test('every state is counted, those of no promise too, and nothing is counted twice', () => {
  fc.assert(
    fc.property(fc.array(state), (states) => {
      const counted = countStates(states, commitmentStates)
      expect(counted.map((one) => one.state)).toEqual([...commitmentStates])
      expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(states.length)
    }),
  )
})

test('the name of a change is read back, and nothing else is one', () => {
  expect(changeNamed(changeAbout('liberte-de-choix', 3))).toEqual({ slug: 'liberte-de-choix', version: 3 })
  const others = ['', 'commitment:x', 'commitment:x:0', 'commitment:x:1:2', 'handover:x:1', 'commitment::1']
  expect(others.map(changeNamed).filter((named) => named !== null)).toEqual([])
})

test('the promises of the demonstration are complete, dated, and judged only by what was read', () => {
  const wrong = (is: (seed: (typeof commitments)[number]) => boolean) => commitments.filter(is).map(({ slug }) => slug)
  expect(commitments.length).toBeGreaterThanOrEqual(8)
  expect(wrong(({ content }) => !commitmentContent.safeParse(content).success)).toEqual([])
  expect(
    wrong(({ content, verifiedOn }) =>
      [...content.documents, ...content.answers, { day: content.stateOn }].some(({ day }) => day > verifiedOn),
    ),
  ).toEqual([])
  expect(wrong(({ verifiedOn, checkBy }) => verifiedOn >= checkBy)).toEqual([])
  expect(wrong(({ content }) => content.wording === 'title' && !content.fr.promise.includes('à vérifier'))).toEqual([])
})

test('the desk says next to its field what is missing, in words of ours', () => {
  const [first] = commitments
  const wrong = commitmentContent.safeParse({
    ...first?.content,
    state: 'kept',
    documents: [],
    sourceUrl: 'javascript:x',
  })
  const messages = wrong.success ? [] : wrong.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  expect(messages).toContain('sourceUrl: sheets.errors.url')
  const unjudged = commitmentContent.safeParse({ ...first?.content, state: 'kept', documents: [] })
  expect(unjudged.error?.issues.map(({ message }) => message)).toEqual(['commitments.errors.documentMissing'])
  expect(commitmentForm.path('interets', commitmentContent.parse(first?.content))).toBe('commitments/interets')
})
