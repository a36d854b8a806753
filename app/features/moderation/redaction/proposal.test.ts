import { expect, test } from 'vitest'
import { moderationStep } from '../schema.ts'

const draft = {
  draftVersion: '1',
  title: 'Un appel',
  text: 'Mme Verdier a dit non. Appelez le 06 39 98 12 34.',
  contentWarning: '',
}
const errorsOf = (step: Record<string, unknown>) =>
  moderationStep.safeParse(step).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []

test('a proposal is refused next to what must not appear, and where a look is missing', () => {
  expect(errorsOf({ ...draft, intent: 'propose' })).toEqual([
    ['text', 'moderation.redaction.errors.stop'],
    ['lookedAt', 'moderation.redaction.errors.lookedAt'],
  ])
  expect(errorsOf({ ...draft, intent: 'propose', text: 'Mme Verdier a dit non.', lookedAt: '1' })).toEqual([])
  expect(errorsOf({ ...draft, intent: 'propose', quote: 'Au 06 39 98 12 34.', text: 'Rien.' })[0]?.[0]).toBe('quote')
})

test('what is only kept may hold anything: the work is not done', () => {
  expect(errorsOf({ ...draft, intent: 'save' })).toEqual([])
})
