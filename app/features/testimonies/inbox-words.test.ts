import { expect, test } from 'vitest'
import { lookAtWords } from './inbox-words.server.ts'

const number = '06 39 98 41 27'

test('what a deposit is refused for is refused in every field of the inbox, with the form that came back', () => {
  for (const [intent, field] of [
    ['write', 'message'],
    ['amend', 'title'],
    ['amend', 'text'],
    ['amend', 'contentWarning'],
    ['amend', 'quote'],
    ['amend', 'note'],
    ['refuse', 'why'],
  ] as const)
    expect(lookAtWords({ intent, [field]: `Au ${number}.` }, 'fr')).toMatchObject({
      stopped: intent,
      errors: { [field]: 'testimonies.guard.errors.phone' },
      replaced: false,
    })
})

test('a name, an address or a number of nobody is sent: the team may need it, and the witness was shown it', () => {
  const message = 'Mme Dupont, 12 rue des Lilas, puis le 3949.'
  expect(lookAtWords({ intent: 'write', message }, 'fr')).toMatchObject({ stopped: null, errors: {} })
})

test('neutral words take the place of what stops it, and nothing is sent before it was read again', () => {
  const looked = lookAtWords({ intent: 'write', guard: 'replace', message: `Au ${number}, oui.` }, 'en')
  expect(looked).toMatchObject({ replaced: true, stopped: null, errors: {} })
  expect(looked.values['message']).toBe('Au [[phone number]], oui.')
})

test('no field that a form does not have, and no sign that takes two places, puts the guard to sleep', () => {
  const junk = { x: 'y'.repeat(400_000), receipt: 'y'.repeat(400_000) }
  expect(lookAtWords({ intent: 'write', message: number, ...junk }, 'fr').stopped).toBe('write')
  const faces = { text: `${number} ${'😢'.repeat(23_900)}`, note: '😢'.repeat(1000), quote: '😢'.repeat(500) }
  expect(lookAtWords({ intent: 'amend', title: 'x', ...faces }, 'fr')).toMatchObject({
    stopped: 'amend',
    errors: { text: 'testimonies.guard.errors.phone' },
  })
})

test('no other form is looked at, and what is too long for any is sent by none', () => {
  expect(lookAtWords({ intent: 'withdraw', message: number }, 'fr').stopped).toBeNull()
  for (const guard of ['', 'replace'])
    expect(lookAtWords({ intent: 'write', guard, message: `${number} `.repeat(5000) }, 'fr')).toMatchObject({
      stopped: 'write',
      errors: { message: 'testimonies.inbox.errors.tooLong' },
      replaced: false,
    })
})
