import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDkimKey } from '../../../e2e/support/a-dkim-key.ts'
import { fuzzLetters } from '../../../e2e/support/fuzzed-letters.ts'
import { hostileWords } from '../../../e2e/support/hostile-words.ts'
import { encodeBody } from './message-body.server.ts'
import { writeMessage } from './write-message.server.ts'

test('whatever a name or a subject holds, another parser reads one receiver, that name, that subject and no header more', async () => {
  await expect(fuzzLetters(3000)).resolves.toBeUndefined()
}, 60_000)

const always = ['from', 'to', 'subject', 'date', 'message-id', 'content-type']
const ofLists = ['list-unsubscribe', 'list-unsubscribe-post']

test.each(['rsa', 'ed25519'] as const)(
  'a signature with %s holds for another verifier, whatever is signed',
  async (kind) => {
    const { signing, verify } = aDkimKey(kind)
    const letters = fc.tuple(hostileWords, hostileWords, hostileWords, fc.boolean())
    await fc.assert(
      fc.asyncProperty(letters, async ([name, subject, content, isList]) => {
        const message = await writeMessage(
          {
            from: { name: 'Collectif fictif', address: 'nouvelles@example.org' },
            to: { name, address: 'camille@example.org' },
            subject,
            body: encodeBody({ text: `${content}\n.\nHERE  \t\n\n`, html: `<p>${content}</p>\n\n` }, ['HERE']),
            own: ['AbC_-9'.repeat(8)],
            messageId: '<one@example.org>',
            date: new Date(0),
            headers: isList
              ? { 'List-Unsubscribe': '<https://example.org/x>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
              : {},
          },
          signing,
        )
        const { result, covered } = await verify(message)
        expect(result).toBe('pass')
        expect(covered).toEqual(expect.arrayContaining([...always, ...(isList ? ofLists : [])]))
        const changed = Buffer.from(message.toString('latin1').replace('AbC_-9', 'AbC_-8'), 'latin1')
        expect((await verify(changed)).result, 'a changed letter').not.toBe('pass')
      }),
      { numRuns: kind === 'rsa' ? 60 : 150 },
    )
  },
  60_000,
)
