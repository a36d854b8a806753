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

test('no other form is looked at, and nothing that is too long for any', () => {
  expect(lookAtWords({ intent: 'withdraw', message: number }, 'fr').stopped).toBeNull()
  expect(lookAtWords({ intent: 'write', message: `${number} `.repeat(5000) }, 'fr').stopped).toBeNull()
})
