import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMailServer, type MailServer } from '#prisma/factories/a-mail-server.ts'
import { encodeBody, fillBody } from './message-body.server.ts'
import { replyOf } from './send-outcome.ts'
import { readServerUrl } from './smtp-pool.server.ts'
import { closeMailServer, sendMail, useMailServer } from './transport.server.ts'
import { writeMessage, type OutgoingMail } from './write-message.server.ts'
import { hostileWords } from '../../../e2e/support/hostile-words.ts'

const aMail = (given: Partial<OutgoingMail> = {}): OutgoingMail => ({
  from: { name: 'Collectif fictif', address: 'nouvelles@example.org' },
  to: { name: 'Camille', address: 'camille@example.org' },
  subject: 'Une réponse',
  body: encodeBody({ text: 'Bonjour', html: '<p>Bonjour</p>' }),
  messageId: '<one@example.org>',
  date: new Date('2026-01-20T08:00:00Z'),
  ...given,
})

let server: MailServer

beforeEach(async () => {
  server = await aMailServer()
  useMailServer(server.url)
})
afterEach(async () => {
  closeMailServer()
  await server.stop()
})

test('a reply is kept as code and status, never as text', () => {
  expect(replyOf('550 5.1.1 <camille@example.org> unknown')).toBe('550 5.1.1')
  expect(replyOf('421-4.7.0 slow down')).toBe('421 4.7.0')
  expect(replyOf('250 OK')).toBe('250')
  expect(replyOf('554 5.7.1234 odd')).toBe('554')
  expect(replyOf('camille@example.org')).toBeNull()
  expect((replyOf('550 5.999.999 x') ?? '').length).toBeLessThanOrEqual(16)
})

test('the address of the mail server says how many may speak at once', () => {
  expect(readServerUrl('smtp://u%40x:p%2Fw@mail.example.org:2525?pool=12').connections).toBe(12)
  expect(readServerUrl('smtp://u%40x:p%2Fw@mail.example.org:2525').credentials).toEqual({ user: 'u@x', pass: 'p/w' })
  expect(readServerUrl('smtps://mail.example.org').options).toMatchObject({ secure: true, host: 'mail.example.org' })
  expect(readServerUrl('smtp://mail.example.org?requireTLS=true').options.requireTLS).toBe(true)
})

test('an accepted mail is handed over, with both parts and the identity it was given', async () => {
  const outcome = await sendMail(aMail({ headers: { 'Auto-Submitted': 'auto-generated' } }))
  expect(outcome).toEqual({ outcome: 'handed-over', reply: '250' })
  const [mail] = server.received
  expect(mail?.receivers).toEqual(['camille@example.org'])
  expect(mail?.email).toMatchObject({
    subject: 'Une réponse',
    messageId: '<one@example.org>',
    date: '2026-01-20T08:00:00.000Z',
  })
  expect(mail?.email.text?.trim()).toBe('Bonjour')
  expect(mail?.email.html?.trim()).toBe('<p>Bonjour</p>')
  expect(mail?.raw).toContain('Auto-Submitted: auto-generated')
})

test.each([
  ['a refusal for now', { code: 451, text: '4.3.0 later' }, { outcome: 'deferred', reply: '451 4.3.0' }],
  ['a server that closes', { code: 421, text: '4.7.0 slow down' }, { outcome: 'deferred', reply: '421 4.7.0' }],
  ['a refusal for good', { code: 550, text: '5.7.1 no' }, { outcome: 'failed', reply: '550 5.7.1' }],
  ['a receiver refused for good', { rcpt: 550, text: '5.1.1 unknown' }, { outcome: 'failed', reply: '550 5.1.1' }],
  ['a receiver refused for now', { rcpt: 450, text: '4.2.1 busy' }, { outcome: 'deferred', reply: '450 4.2.1' }],
  ['a line lost before the message', 'drop-at-rcpt', { outcome: 'deferred', reply: null }],
  ['a line lost after the last dot', 'drop-after-data', { outcome: 'unknown' }],
] as const)('%s', async (_, behaviour, outcome) => {
  server.behave(() => behaviour)
  expect(await sendMail(aMail())).toEqual(outcome)
  server.behave(() => 'accept')
  expect(await sendMail(aMail())).toMatchObject({ outcome: 'handed-over' })
})

test('a server that is not there says nothing about the mail', async () => {
  await server.stop()
  expect(await sendMail(aMail())).toEqual({ outcome: 'unreachable' })
})

test('a server that never answers is given up in time', async () => {
  server.holdUntil(new Promise(() => {}))
  expect(await sendMail(aMail(), 2500)).toEqual({ outcome: 'unknown' })
})

test('a line that was closed while idle is opened again', async () => {
  await sendMail(aMail())
  await server.stop()
  server = await aMailServer(server.port)
  expect(await sendMail(aMail())).toMatchObject({ outcome: 'handed-over' })
})

test('an address that is a list, a comment or has a line break is refused before anyone is spoken to', async () => {
  const bad = [
    'a@x.org, b@y.org',
    'b@y.org\r\nBcc: evil@z.org',
    '<a@x.org>',
    'a@x.org b@y.org',
    '"a b"@x.org',
    'a@[1.2.3.4]',
    'évé@x.org',
    '',
  ]
  for (const address of bad)
    expect(await sendMail(aMail({ to: { name: '', address } }))).toEqual({ outcome: 'failed', reply: '553 5.1.3' })
  expect(server.seen).toEqual([])
})

test('whatever a name or subject holds, one person gets the mail and no header is added', async () => {
  const plain = (await PostalMime.parse(await writeMessage(aMail(), null))).headers.map(({ key }) => key).toSorted()
  await fc.assert(
    fc.asyncProperty(hostileWords, hostileWords, async (name, subject) => {
      server.received.length = 0
      await sendMail(aMail({ to: { name, address: 'camille@example.org' }, subject }))
      const [mail] = server.received
      expect(mail?.receivers).toEqual(['camille@example.org'])
      expect(mail?.email.to?.map(({ address }) => address)).toEqual(['camille@example.org'])
      const keys = (mail?.email.headers ?? []).map(({ key }) => key).toSorted()
      expect(keys.filter((key) => key !== 'subject')).toEqual(plain.filter((key) => key !== 'subject'))
    }),
    { numRuns: 300 },
  )
}, 30_000)

test('the signature covers both headers that unsubscribe in one click', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const headers = {
    'List-Unsubscribe': '<https://example.org/fr/unsubscribe/x>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': '<news.example.org>',
  }
  const message = await writeMessage(aMail({ headers }), { privateKey, domainName: 'example.org', keySelector: 'test' })
  const { headers: written } = await PostalMime.parse(message)
  const signature = written.find(({ key }) => key === 'dkim-signature')?.value ?? ''
  const covered = /\bh=([^;]+)/.exec(signature)?.[1]?.replace(/\s/g, '').toLowerCase().split(':') ?? []
  expect(covered).toEqual(
    expect.arrayContaining([
      'from',
      'to',
      'subject',
      'date',
      'message-id',
      'list-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
    ]),
  )
})

const letters = fc
  .array(
    fc.constantFrom(
      'é',
      '=',
      '=\n',
      ' ',
      '\t',
      '\n',
      '\r\n',
      '.',
      '\n.\n',
      'From ',
      '😀',
      'a'.repeat(90),
      'HERE',
      'THERE_',
      '«\u00a0',
      '\0',
      '--',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

test('a letter encoded once reads the same for everyone, each with their own token', async () => {
  await fc.assert(
    fc.asyncProperty(letters, letters, async (text, html) => {
      server.received.length = 0
      await sendMail(aMail({ body: encodeBody({ text, html }, ['THERE_', 'HERE']), own: ['042', 'AbC_-9'.repeat(8)] }))
      const expected = (content: string) =>
        content
          .replaceAll('THERE_', '042')
          .replaceAll('HERE', 'AbC_-9'.repeat(8))
          .replace(/\r\n|\r/g, '\n')
          .trimEnd()
      expect(server.received[0]?.email.text?.trimEnd()).toBe(expected(text))
      expect((server.received[0]?.email.html ?? '').trimEnd()).toBe(expected(html))
      for (const line of server.received[0]?.raw.split('\r\n') ?? []) expect(line.length).toBeLessThanOrEqual(200)
    }),
    { numRuns: 300 },
  )
}, 30_000)

test('a token that would need encoding is refused', () => {
  expect(() =>
    fillBody(
      encodeBody({ text: 'HERE', html: '' }, ['HERE']),
      { tokens: ['a=b\r\n'], words: [] },
      { before: 0, behind: 0 },
    ),
  ).toThrow('needs no encoding')
})
