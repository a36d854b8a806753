import { expect, test } from 'vitest'
import { en } from '#app/i18n/en.ts'
import { fr } from '#app/i18n/fr.ts'
import { mayDecideOn } from './policy.ts'
import { claimSeenBy } from './rules.ts'
import { declineReasons, moderationStep, unpublishReasons } from './schema.ts'

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
  for (const reason of [...declineReasons, ...unpublishReasons]) {
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

test('a claim ends by itself', () => {
  const claim = { claimedById: 'a', claimedUntil: new Date('2026-02-04T18:30:00Z') }
  expect(claimSeenBy('a', claim, new Date('2026-02-04T18:29:59Z'))).toBe('mine')
  expect(claimSeenBy('b', claim, new Date('2026-02-04T18:29:59Z'))).toBe('another')
  expect(claimSeenBy('b', claim, new Date('2026-02-04T18:30:00Z'))).toBe('free')
})
