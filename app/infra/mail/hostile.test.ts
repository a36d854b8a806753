import { expect, test } from 'vitest'
import { aHostileServer, type Act, type Moment } from '#prisma/factories/a-hostile-server.ts'
import type { SendOutcome } from './send-outcome.ts'
import { dataOf } from './smtp-line.server.ts'
import { readServerUrl, smtpPool } from './smtp-pool.server.ts'

const envelope = { from: 'news@example.org', to: 'camille@example.org' }
const data = dataOf(Buffer.from(`Subject: hello\r\n\r\n${'A line of a letter.\r\n'.repeat(500)}.\r\n`))
const milliseconds = 2600
/** What somebody who never stops can make us take, kernel buffers included. */
const mostTaken = 8 * 2 ** 20

const unreachable: SendOutcome = { outcome: 'unreachable' }
const again: SendOutcome = { outcome: 'deferred', reply: null }
const doubtful: SendOutcome = { outcome: 'unknown' }
const taken: SendOutcome = { outcome: 'handed-over', reply: '250 2.0.0' }
const deferred = (reply: string): SendOutcome => ({ outcome: 'deferred', reply })
const failed = (reply: string): SendOutcome => ({ outcome: 'failed', reply })

type Script = Partial<Record<Moment, Act | readonly Act[]>>

const tls = { EHLO: { say: '250-x\r\n250 STARTTLS\r\n' } } as const
const slow = { say: '421 4.7.0 slow down\r\n' }
const garbage = { say: '\xff\xfe\x00\x80garbage\xe9\r\n' }
const endless = { flood: '250-and so on\r\n'.repeat(64) }

const behaviours: readonly (readonly [string, Script, SendOutcome])[] = [
  ['421 as a greeting', { greeting: slow }, unreachable],
  ['421 at EHLO', { EHLO: slow }, unreachable],
  ['421 at MAIL', { MAIL: slow }, deferred('421 4.7.0')],
  ['421 at RCPT', { RCPT: slow }, deferred('421 4.7.0')],
  ['421 at DATA', { DATA: slow }, deferred('421 4.7.0')],
  ['421 after the last dot', { dot: slow }, deferred('421 4.7.0')],
  ['closed instead of a greeting', { greeting: 'close' }, unreachable],
  ['closed at EHLO', { EHLO: 'close' }, unreachable],
  ['closed at MAIL', { MAIL: 'close' }, again],
  ['closed at RCPT', { RCPT: 'close' }, again],
  ['closed at DATA', { DATA: 'close' }, again],
  ['closed in the middle of the message', { byte: 'close', dot: 'silence' }, doubtful],
  ['closed after the last dot', { dot: 'close' }, doubtful],
  ['reset instead of a greeting', { greeting: 'reset' }, unreachable],
  ['reset at EHLO', { EHLO: 'reset' }, unreachable],
  ['reset at MAIL', { MAIL: 'reset' }, again],
  ['reset at RCPT', { RCPT: 'reset' }, again],
  ['reset at DATA', { DATA: 'reset' }, again],
  ['reset in the middle of the message', { byte: 'reset' }, doubtful],
  ['reset after the last dot', { dot: 'reset' }, doubtful],
  ['no greeting', { greeting: 'silence' }, unreachable],
  ['silence at MAIL', { MAIL: 'silence' }, again],
  ['silence at DATA', { DATA: 'silence' }, again],
  ['silence after the last dot', { dot: 'silence' }, doubtful],
  ['a greeting of one byte a second', { greeting: { drip: '220 hostile.example\r\n', every: 1000 } }, unreachable],
  ['an answer of one byte a second', { dot: { drip: '250 2.0.0 taken\r\n', every: 1000 } }, doubtful],
  ['an answer in single bytes', { dot: { drip: '250 2.0.0 taken\r\n', every: 5 } }, taken],
  ['an EHLO without an end', { EHLO: endless }, unreachable],
  ['an answer without an end', { dot: endless }, doubtful],
  ['a line without an end', { MAIL: { flood: '2'.repeat(4096) } }, again],
  [
    'a refusal that explains itself at length',
    { RCPT: { say: `550 5.1.1 ${'x'.repeat(3000)}\r\n` } },
    failed('550 5.1.1'),
  ],
  ['a line too long', { RCPT: { say: `550 5.1.1 ${'x'.repeat(100_000)}\r\n` } }, again],
  ['garbage as a greeting', { greeting: garbage }, unreachable],
  ['garbage at MAIL', { MAIL: garbage }, again],
  ['garbage after the last dot', { dot: garbage }, doubtful],
  ['a code that is none', { MAIL: { say: '999 what\r\n' } }, again],
  ['an answer with two codes', { MAIL: { say: '250-yes\r\n550 no\r\n' } }, again],
  ['two greetings', { greeting: { say: '220 one\r\n220 two\r\n' } }, unreachable],
  ['an answer before its command', { RCPT: { say: '250 ok\r\n250 ok\r\n' } }, again],
  ['an answer too many after the message', { dot: { say: '250 2.0.0 taken\r\n554 no\r\n' } }, taken],
  ['a yes to everything, and a no at the end', { dot: { say: '554 5.7.1 no\r\n' } }, failed('554 5.7.1')],
  ['a no for now at the end', { dot: { say: '451 4.3.0 later\r\n' } }, deferred('451 4.3.0')],
  ['a question instead of an answer at the end', { dot: { say: '354 more?\r\n' } }, doubtful],
  ['a sender that is refused', { MAIL: { say: '550 5.7.1 no\r\n' }, DATA: { say: '503 no\r\n' } }, failed('550 5.7.1')],
  [
    'a receiver refused, and the message asked for all the same',
    { RCPT: { say: '550 5.1.1 no\r\n' } },
    failed('550 5.1.1'),
  ],
  [
    'a receiver refused for now',
    { RCPT: { say: '450 4.2.1 busy\r\n' }, DATA: { say: '554 no one\r\n' } },
    deferred('450 4.2.1'),
  ],
  [
    'commands out of order, it says',
    { MAIL: { say: '503 5.5.1 bad sequence\r\n' }, DATA: { say: '503 no\r\n' } },
    deferred('503 5.5.1'),
  ],
  ['a message that is not waited for', { DATA: { say: '250 ok\r\n' } }, again],
  ['a message that is refused', { DATA: { say: '554 5.5.1 no\r\n' } }, failed('554 5.5.1')],
  ['no EHLO, but HELO', { EHLO: { say: '502 what?\r\n' } }, taken],
  ['no PIPELINING', { EHLO: { say: '250 hostile.example\r\n' } }, taken],
  [
    'lines that end with LF alone',
    { EHLO: { say: '250-x\n250 PIPELINING\n' }, dot: { say: '250 2.0.0 taken\n' } },
    taken,
  ],
  ['a message too large', { EHLO: { say: '250-x\r\n250 SIZE 100\r\n' } }, failed('552 5.3.4')],
  [
    'a line that forgets nothing',
    { RCPT: [{ say: '550 5.1.1 no\r\n' }], DATA: [{ say: '554 no\r\n' }], RSET: 'silence' },
    failed('550 5.1.1'),
  ],
]

test.concurrent.each(behaviours)(
  '%s: it ends as it should, in time, and takes no memory',
  async (_, script, outcome) => {
    const server = await aHostileServer(script)
    const pool = smtpPool(`smtp://127.0.0.1:${server.port}`)
    const startedAt = performance.now()
    expect(await pool.send({ envelope, data }, milliseconds)).toEqual(outcome)
    expect(performance.now() - startedAt).toBeLessThan(milliseconds * 2)
    expect(server.flooded()).toBeLessThan(mostTaken)
    expect(server.messages(), 'a message is never sent again by itself').toBeLessThanOrEqual(1)
    pool.close()
    await server.stop()
  },
  30_000,
)

const secured: readonly (readonly [string, Script, string, SendOutcome])[] = [
  ['TLS is not offered', {}, 'smtp://127.0.0.1?requireTLS=true', unreachable],
  ['TLS is not offered, and there is a password', {}, 'smtp://me:secret@127.0.0.1?requireTLS=true', unreachable],
  [
    'TLS is offered and refused',
    { ...tls, STARTTLS: { say: '454 not now\r\n' } },
    'smtp://127.0.0.1?requireTLS=true',
    unreachable,
  ],
  ['TLS is offered and never begins', { ...tls, STARTTLS: 'silence' }, 'smtp://127.0.0.1?requireTLS=true', unreachable],
  [
    'words are put in behind the offer',
    { ...tls, STARTTLS: { say: '220 go on\r\n250 PIPELINING\r\n' } },
    'smtp://127.0.0.1?requireTLS=true',
    unreachable,
  ],
  [
    'garbage instead of TLS',
    { ...tls, STARTTLS: { say: '220 go on\r\n\x16\x03garbage' } },
    'smtp://127.0.0.1?requireTLS=true',
    unreachable,
  ],
  ['closed instead of TLS', { ...tls, STARTTLS: 'close' }, 'smtp://127.0.0.1?requireTLS=true', unreachable],
  ['reset instead of TLS', { ...tls, STARTTLS: 'reset' }, 'smtp://127.0.0.1', unreachable],
  ['the certificate is somebody else’s', tls, 'smtp://127.0.0.1?requireTLS=true', unreachable],
  ['the certificate is somebody else’s, and TLS is only offered', tls, 'smtp://127.0.0.1', unreachable],
  ['TLS from the first byte, and the server speaks in clear', {}, 'smtps://127.0.0.1', unreachable],
  [
    'a certificate that we are told to take',
    tls,
    'smtp://127.0.0.1?requireTLS=true&tls.rejectUnauthorized=false',
    taken,
  ],
  [
    'a password that is refused',
    { ...tls, AUTH: { say: '535 5.7.8 no\r\n' } },
    'smtp://me:secret@127.0.0.1?tls.rejectUnauthorized=false',
    unreachable,
  ],
  ['a password that is taken', tls, 'smtp://me:secret@127.0.0.1?tls.rejectUnauthorized=false', taken],
]

test.concurrent.each(secured)(
  '%s: not a word of a letter is said in clear',
  async (_, script, url, outcome) => {
    const server = await aHostileServer(script)
    const pool = smtpPool(url.replace('127.0.0.1', `127.0.0.1:${server.port}`))
    expect(await pool.send({ envelope, data }, milliseconds)).toEqual(outcome)
    expect(server.inClear()).not.toMatch(/MAIL|AUTH|camille/)
    pool.close()
    await server.stop()
  },
  30_000,
)

test('after a refusal the next letter goes over the same line, and after a broken line over a new one', async () => {
  const server = await aHostileServer({
    RCPT: [{ say: '550 5.1.1 no\r\n' }, { say: '450 4.2.1 busy\r\n' }],
    DATA: [{ say: '554 no\r\n' }, { say: '554 no\r\n' }],
    dot: ['close', { say: '554 5.7.1 no\r\n' }],
  })
  const pool = smtpPool(`smtp://127.0.0.1:${server.port}?pool=1`)
  const outcomes: SendOutcome[] = []
  for (let n = 0; n < 5; n += 1) outcomes.push(await pool.send({ envelope, data }, milliseconds))
  expect(outcomes).toEqual([failed('550 5.1.1'), deferred('450 4.2.1'), doubtful, failed('554 5.7.1'), taken])
  pool.close()
  await server.stop()
})

test('a password is not said in clear to another machine unless that is asked for', () => {
  expect(readServerUrl('smtp://u:p@mail.example.org').options.requireTLS).toBe(true)
  expect(readServerUrl('smtp://u:p@mail.example.org?ignoreTLS=true').options.requireTLS).toBe(false)
  expect(readServerUrl('smtp://u:p@127.0.0.1').options.requireTLS).toBe(false)
  expect(readServerUrl('smtp://mail.example.org').options.requireTLS).toBe(false)
  expect(readServerUrl('smtp://mail.example.org?requireTLS=true&ignoreTLS=true').options).toMatchObject({
    requireTLS: true,
    ignoreTLS: false,
  })
})
