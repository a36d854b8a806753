import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathContent } from '../path.ts'
import { branchesOf, treeProblem, type Branch, type Tree, type TreeStep } from './path-tree.ts'

const question = (id: string): TreeStep => ({ id, fr: id, en: id, textFr: '', textEn: '', letters: '', rules: '' })
const end = (id: string): TreeStep => ({
  ...question(id),
  textFr: 'Oui.',
  textEn: 'Yes.',
  letters: 'l01',
  rules: 'D-OBS',
})
const leads = (at: string, to: string) => ({ at, to, fr: `${at}-${to}`, en: `${at}-${to}` })

const small: Tree = {
  steps: [question('start'), end('left'), end('right')],
  answers: [leads('start', 'left'), leads('start', 'right')],
}

const waysOf = ({ step, answers }: Branch): string[][] =>
  answers.length === 0 ? [[step.id]] : answers.flatMap(({ branch }) => waysOf(branch).map((way) => [step.id, ...way]))

test('a tree of questions that end in words and letters is right', () => {
  expect(treeProblem(small)).toBeNull()
  expect(treeProblem({ steps: [end('start')], answers: [] }), 'one end alone').toBeNull()
  expect(treeProblem({ steps: [], answers: [] }), 'no tree').toBeNull()
})

test('two ways may meet in the same end', () => {
  const steps = [question('start'), question('one'), question('two'), end('left'), end('right')]
  const both = ['one', 'two'].flatMap((at) => [leads(at, 'left'), leads(at, 'right')])
  const tree = { steps, answers: [leads('start', 'one'), leads('start', 'two'), ...both] }
  expect(treeProblem(tree)).toBeNull()
  const branch = branchesOf(tree)
  expect(branch && waysOf(branch).map((way) => way.join(' '))).toEqual([
    'start one left',
    'start one right',
    'start two left',
    'start two right',
  ])
})

test.each<[string, Tree]>([
  ['Twice', { ...small, steps: [...small.steps, end('left')] }],
  ['Nowhere', { ...small, answers: [...small.answers, leads('start', 'gone')] }],
  ['Nowhere', { ...small, answers: [...small.answers, leads('gone', 'left')] }],
  ['Nowhere', { steps: [], answers: [leads('start', 'left')] }],
  ['Circle', { ...small, answers: [...small.answers, leads('left', 'start'), leads('left', 'right')] }],
  ['Circle', { ...small, answers: [...small.answers, leads('start', 'start')] }],
  ['Unreached', { ...small, steps: [...small.steps, end('alone')] }],
  ['Lonely', { steps: [question('start'), end('left')], answers: [leads('start', 'left')] }],
  ['End', { ...small, steps: [question('start'), end('left'), question('right')] }],
  ['End', { ...small, steps: [question('start'), end('left'), { ...end('right'), letters: ' ' }] }],
  ['End', { ...small, steps: [question('start'), end('left'), { ...end('right'), textEn: '' }] }],
])('a tree that leaves somebody alone is named: %s', (problem, tree) => {
  expect(treeProblem(tree)).toBe(`deadlines.errors.tree${problem}`)
  expect(branchesOf(tree)).toBeNull()
})

test('a circle that nobody reaches is found too', () => {
  const circle = [leads('one', 'two'), leads('two', 'one')]
  const steps = [...small.steps, question('one'), question('two')]
  expect(treeProblem({ steps, answers: [...small.answers, ...circle] })).toBe('deadlines.errors.treeCircle')
})

test('questions upon questions are too many, and are counted without being walked one by one', () => {
  const names = Array.from({ length: 40 }, (_, index) => `s${index}`)
  const steps = [...names.map(question), end('left'), end('right')]
  const answers = names.flatMap((at, index) => [
    leads(at, names[index + 1] ?? 'left'),
    leads(at, names[index + 2] ?? 'right'),
  ])
  expect(treeProblem({ steps, answers })).toBe('deadlines.errors.treeLong')
})

test('whatever the desk saves: every way of a tree that is accepted ends in words and a letter, and every step is on one', () => {
  const step = (id: string) => (id.startsWith('q') ? question(id) : end(id))
  const names = ['q0', 'q1', 'q2', 'e0', 'e1', 'e2']
  const some = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .map(([questions, ends]) => [...names.slice(0, questions), ...names.slice(3, 3 + ends)])
    .chain((ids) =>
      fc.record({
        steps: fc.constant(ids.map(step)),
        answers: fc.array(
          fc.tuple(fc.constantFrom(...ids, 'q0', 'q0'), fc.constantFrom(...ids)).map(([at, to]) => leads(at, to)),
          { maxLength: 8 },
        ),
      }),
    )
  let accepted = 0
  fc.assert(
    fc.property(some, (tree) => {
      const branch = branchesOf(tree)
      expect(branch === null).toBe(treeProblem(tree) !== null)
      if (!branch) return
      accepted++
      const ways = waysOf(branch)
      expect(new Set(ways.flat())).toEqual(new Set(tree.steps.map(({ id }) => id)))
      for (const way of ways) {
        expect(new Set(way).size).toBe(way.length)
        expect(tree.steps.find(({ id }) => id === way.at(-1))?.letters).not.toBe('')
      }
    }),
    { numRuns: 3000 },
  )
  expect(accepted).toBeGreaterThan(10)
})

const words = { title: 'T', start: 'le jour', text: 'Texte.', silence: '' }
const content = { rule: '', fr: words, en: words, letters: [], sources: [], ...small }

test('the desk is told what is wrong with a tree or a rule, in words that exist', () => {
  const problems = (given: object) => pathContent.safeParse(given).error?.issues.map(({ message }) => message) ?? []
  expect(problems(content)).toEqual([])
  expect(problems({ ...content, rule: 'D-OBS' })).toEqual(['deadlines.errors.ruleOrTree'])
  expect(problems({ ...content, rule: 'D-OBS', steps: [], answers: [], fr: { ...words, start: '' } })).toEqual([
    'sheets.errors.missing',
  ])
  expect(problems({ ...content, letters: ['L10'] })).toEqual(['deadlines.errors.letter'])
  expect(
    problems({ ...content, steps: [question('start'), end('left'), { ...end('right'), rules: 'D-NONE' }] }),
  ).toContain('deadlines.errors.rule')
  expect(
    problems({ ...content, steps: [question('start'), end('left'), { ...end('right'), id: 'Right!' }] }),
  ).toContain('deadlines.errors.id')
})
