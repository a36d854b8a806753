import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { encodeBody } from '#app/infra/mail/message-body.server.ts'
import { oneLine, writeMessage } from '#app/infra/mail/write-message.server.ts'
import { hostileWords } from './hostile-words.ts'

const address = 'camille@example.org'
const headers = {
  'List-Unsubscribe': '<https://example.org/fr/unsubscribe/x>',
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'List-Id': '<news-1.example.org>',
}
const expected = [
  'to',
  'message-id',
  'date',
  ...Object.keys(headers),
  'from',
  'subject',
  'content-type',
  'mime-version',
]
  .map((name) => name.toLowerCase())
  .toSorted()

/** How a program that reads mail sees white space at the ends of a word, and where two words meet. */
const seen = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What is wrong with the letter to somebody of this name, in words; `null` when a second parser reads what was meant. */
export async function readAgain(name: string, subject: string): Promise<string | null> {
  const body = encodeBody({ text: 'Bonjour', html: '<p>Bonjour</p>' })
  const from = { name: 'Collectif fictif', address: 'nouvelles@example.org' }
  const bytes = await writeMessage(
    { from, to: { name, address }, subject, body, messageId: '<one@example.org>', date: new Date(0), headers },
    null,
  )
  const mail = await PostalMime.parse(bytes)
  const keys = mail.headers.map(({ key }) => key).toSorted()
  if (keys.join() !== expected.join()) return `headers: ${keys.join()}`
  if (mail.to?.length !== 1 || mail.to[0]?.address !== address) return `receivers: ${JSON.stringify(mail.to)}`
  if (mail.cc || mail.bcc) return 'copies'
  if (seen(mail.to[0]?.name ?? '') !== seen(oneLine(name))) return `name: ${JSON.stringify(mail.to[0]?.name)}`
  if (seen(mail.subject ?? '') !== seen(oneLine(subject))) return `subject: ${JSON.stringify(mail.subject)}`
  if (mail.text?.trim() !== 'Bonjour') return 'text'
  for (const line of bytes.toString('latin1').split('\r\n')) if (line.length > 998) return 'a line too long'
  return null
}

/** Letters to so many names, each read again by a parser that is not ours. @throws with the smallest that is read otherwise */
export const fuzzLetters = (letters: number, seed?: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(hostileWords, hostileWords, async (name, subject) => {
      const wrong = await readAgain(name, subject)
      if (wrong !== null) throw new Error(wrong)
    }),
    { numRuns: letters, ...(seed === undefined ? {} : { seed }) },
  )
