import { expect, test } from 'vitest'
import { pathForm } from '#app/features/remedies/path-form.ts'
import { pathContent } from '#app/features/remedies/path.ts'
import { ruleIds } from '#app/features/remedies/rules/deadlines/time-rules.ts'
import { wordsIn } from '#app/features/remedies/rules/path-tree.ts'
import { contentOf, typedOf } from '#app/features/sheets/typed.ts'
import { sheetJson } from '#app/features/sheets/schema.ts'
import { paths } from './paths.ts'

const letters = new Set(
  ['01', '02', '03', '04', '05', '06', '07', '08', '09', 10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map((n) => `l${n}`),
)

test('every way of the demonstration is whole, and no name is given twice', () => {
  for (const { slug, content } of paths)
    expect(pathContent.safeParse(content).error?.issues, `way ${slug}`).toBeUndefined()
  expect(new Set(paths.map(({ slug }) => slug)).size).toBe(paths.length)
})

test('every rule of the calculator has its words, under its own name', () => {
  const rules = paths.flatMap(({ slug, content }) => (content.rule === '' ? [] : [[slug, content.rule]]))
  expect(new Set(rules.map(([, rule]) => rule))).toEqual(new Set(ruleIds))
  expect(rules).toHaveLength(ruleIds.length)
  for (const [slug, rule] of rules) expect(slug).toBe(rule?.toLowerCase())
})

test('a rule that rests on the code of relations with the public carries the day on which that code was read', () => {
  const resting = paths.filter(
    ({ content }) => content.rule !== '' && content.sources.every(({ text }) => text.startsWith('Code des relations')),
  )
  expect(resting.map(({ slug }) => slug)).toEqual(['d-cada1', 'd-cada2', 'd-cada3', 'd-mot'])
  for (const { slug, verifiedOn } of resting) expect({ slug, verifiedOn }).toEqual({ slug, verifiedOn: '2026-02-05' })
})

test('every letter is named somewhere, and none that does not exist', () => {
  const named = new Set(
    paths.flatMap(({ content }) => [...content.letters, ...content.steps.flatMap((step) => wordsIn(step.letters))]),
  )
  expect([...named].toSorted()).toEqual([...letters].toSorted())
})

test('what the desk shows of a way gives the same way back when nothing is changed', () => {
  for (const { slug, content } of paths) {
    const given = sheetJson.parse(content)
    const back = contentOf(typedOf(given, pathForm.fields), pathForm.fields)
    expect(pathContent.parse(back), `way ${slug}`).toEqual(pathContent.parse(content))
  }
})

test('French has its spaces that do not break, and no middle dot', () => {
  for (const { slug, content } of paths) {
    const { fr, steps, answers } = content
    const said = [fr.title, fr.start, fr.text, fr.silence, ...answers.map((one) => one.fr)]
    for (const text of [...said, ...steps.flatMap((step) => [step.fr, step.textFr])]) {
      expect(text, `way ${slug}`).not.toMatch(/ [:;?!»]|[^\s\u00A0\u202F][:;?!](\s|$)|·|'/u)
    }
  }
})
