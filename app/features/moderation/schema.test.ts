import { expect, test } from 'vitest'
import { en } from '#app/i18n/en.ts'
import { fr } from '#app/i18n/fr.ts'
import { bulkStep } from './desk-steps.ts'
import { mayDecideOn } from './policy.ts'
import { messageKeyOf, reasons, toldSteps } from './reasons.ts'
import { moderationStep } from './schema.ts'

const draft = {
  intent: 'propose',
  draftVersion: '3',
  title: 'Un contrôle',
  text: 'À [[mon agence]].',
  contentWarning: '',
}
const firstError = (step: Record<string, unknown>) => moderationStep.safeParse(step).error?.issues[0]?.message

test('a draft names the version that was displayed', () => {
  expect(moderationStep.parse(draft)).toMatchObject({ intent: 'propose', draftVersion: 3 })
  expect(firstError({ ...draft, draftVersion: undefined })).toBe('moderation.errors.versionMissing')
})

test('a bar that is not closed is refused: its words would appear', () => {
  expect(firstError({ ...draft, text: 'À [[mon agence.' })).toBe('moderation.errors.textBars')
  expect(firstError({ ...draft, text: 'À mon agence]].' })).toBe('moderation.errors.textBars')
  expect(firstError({ ...draft, title: '[[a' })).toBe('moderation.errors.titleBars')
  expect(firstError({ ...draft, text: 'Un [seul] crochet et [[deux]].' })).toBeUndefined()
})

test('to decline takes a reason of the list', () => {
  expect(firstError({ intent: 'decline', draftVersion: '0', reason: 'because' })).toBe(
    'moderation.errors.reasonMissing',
  )
  expect(firstError({ intent: 'decline', draftVersion: '0', reason: 'offTopic' })).toBeUndefined()
  expect(firstError({ intent: 'burn' })).toBe('moderation.errors.intentUnknown')
})

test('every reason and every error has words in both languages', () => {
  for (const reason of Object.values(reasons).flat()) {
    expect(fr.moderation.reasons[reason]).toBeTruthy()
    expect(en.moderation.reasons[reason]).toBeTruthy()
  }
  const wrong = [
    { ...draft, title: '' },
    { ...draft, title: 'a'.repeat(201) },
    { ...draft, title: 'a\u0001' },
    { ...draft, text: '' },
    { ...draft, text: 'a'.repeat(24_001) },
    { ...draft, text: 'a\u0001' },
    { intent: 'decline', draftVersion: 1, reason: 'offTopic', note: 'a'.repeat(2001) },
  ]
  for (const step of wrong) {
    const [room, , name = ''] = (firstError(step) ?? '').split('.')
    expect(room).toBe('moderation')
    expect(Object.keys(fr.moderation.errors)).toContain(name)
  }
})

test('nobody decides on what they proposed, whatever their role', () => {
  expect(mayDecideOn({ id: 'a', role: 'owner' }, { proposedById: 'a' })).toBe(false)
  expect(mayDecideOn({ id: 'b', role: 'moderator' }, { proposedById: 'a' })).toBe(true)
  expect(mayDecideOn({ id: 'b', role: 'analyst' }, { proposedById: 'a' })).toBe(false)
  expect(mayDecideOn({ id: 'b', role: 'moderator' }, { proposedById: null })).toBe(false)
})

test('every reason that an author is told of has words for them, in both languages and not the same for two', () => {
  for (const step of toldSteps) {
    const keys = reasons[step].map((code) => messageKeyOf(step, code))
    expect(keys.every(Boolean)).toBe(true)
    for (const words of [fr, en]) {
      const told: Record<string, string> = words.moderation.toAuthor[step]
      expect(Object.keys(told).toSorted()).toEqual([...reasons[step]].toSorted())
      expect(new Set(Object.values(told)).size).toBe(reasons[step].length)
    }
  }
  expect(messageKeyOf('decline', 'witnessAsked')).toBeUndefined()
  expect(messageKeyOf('decline', 'constructor')).toBeUndefined()
})

test('a question needs words, a day must exist, and several are named as they were displayed', () => {
  expect(firstError({ intent: 'ask', draftVersion: '0', question: '  ' })).toBe('moderation.errors.questionMissing')
  expect(firstError({ intent: 'ask', draftVersion: '0', question: 'a\u202E' })).toBe(
    'moderation.errors.questionControl',
  )
  const hold = { intent: 'hold', draftVersion: '0', holdReason: 'sensitive', until: '2026-02-30' }
  expect(firstError(hold)).toBe('moderation.errors.untilForm')
  expect(firstError({ ...hold, until: '' })).toBeUndefined()
  const line = '0b6a3a1c-5b0e-4c2e-9d5e-0a1b2c3d4e5f:3:submitted'
  expect(bulkStep.parse({ intent: 'bulk-release', chosen: [line] })).toMatchObject({
    chosen: [{ draftVersion: 3, state: 'submitted' }],
  })
  for (const chosen of [[], ['x:1:submitted'], ['0b6a3a1c-5b0e-4c2e-9d5e-0a1b2c3d4e5f'], Array(101).fill(line)])
    expect(bulkStep.safeParse({ intent: 'bulk-release', chosen }).success).toBe(false)
  expect(bulkStep.safeParse({ intent: 'bulk-decline', chosen: [line], bulkReason: 'dangerous' }).success).toBe(false)
})
