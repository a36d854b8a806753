import { expect, test } from 'vitest'
import { aHostileServer, type Act, type Moment } from '#prisma/factories/a-hostile-server.ts'
import type { SendOutcome } from './send-outcome.ts'
import { dataOf } from './smtp-line.server.ts'
import { smtpPool } from './smtp-pool.server.ts'

/** An envelope goes out in one breath where the server takes it so (RFC 2920). What it may answer to that is tried here. */

const envelope = { from: 'news@example.org', to: 'camille@example.org' }
const data = dataOf(Buffer.from('Subject: hello\r\n\r\nA letter.\r\n.\r\n'))
const milliseconds = 2600

const again: SendOutcome = { outcome: 'deferred', reply: null }
const taken: SendOutcome = { outcome: 'handed-over', reply: '250 2.0.0' }
const deferred = (reply: string): SendOutcome => ({ outcome: 'deferred', reply })
const failed = (reply: string): SendOutcome => ({ outcome: 'failed', reply })

type Script = Partial<Record<Moment, Act | readonly Act[]>>

/** Three answers in one packet, once the last command has come; afterwards the server is polite. */
const together = (answers: string): Script => ({
  MAIL: [{ say: '' }],
  RCPT: [{ say: '' }],
  DATA: [{ say: answers }],
})
/** The same, a byte at a time. */
const inBytes = (answers: string): Script => ({ ...together(''), DATA: [{ drip: answers, every: 1 }] })

const yes = '250 2.1.0 ok\r\n'
const go = '354 go on\r\n'

const answers: readonly (readonly [string, string, SendOutcome, number])[] = [
  ['yes to all', `${yes}${yes}${go}`, taken, 2],
  ['the sender refused, and so all', '550 5.7.1 no\r\n503 no\r\n503 no\r\n', failed('550 5.7.1'), 1],
  ['the sender refused for now, the rest taken', `451 4.3.0 later\r\n${yes}${go}`, deferred('451 4.3.0'), 1],
  ['the receiver refused, no message', `${yes}550 5.1.1 no\r\n554 no one\r\n`, failed('550 5.1.1'), 1],
  ['the receiver refused, a message to nobody', `${yes}550 5.1.1 no\r\n${go}`, failed('550 5.1.1'), 1],
  ['the receiver refused for now, a message to nobody', `${yes}450 4.2.1 busy\r\n${go}`, deferred('450 4.2.1'), 1],
  ['no message for now', `${yes}${yes}451 4.3.0 later\r\n`, deferred('451 4.3.0'), 1],
  ['goodbye at the sender', '421 4.3.2 gone\r\n', deferred('421 4.3.2'), 1],
  ['goodbye at the receiver', `${yes}421 4.3.2 gone\r\n`, deferred('421 4.3.2'), 1],
  ['goodbye at the message', `${yes}${yes}421 4.3.2 gone\r\n`, deferred('421 4.3.2'), 1],
  ['an answer of many lines', `250-2.1.0 o\r\n250 k\r\n${yes}354-go\r\n354 on\r\n`, taken, 2],
  ['an answer too many', `${yes}${yes}${go}${yes}`, again, 1],
  ['taken before it was said', `${yes}${yes}${go}250 2.0.0 taken\r\n`, again, 1],
]

const ways = [
  ['in one packet', together],
  ['in single bytes', inBytes],
] as const

const cases = ways.flatMap(([how, way]) =>
  answers
    // What is too much and comes later is no part of the answer: the message is on its way by then.
    .filter(([what]) => way === together || !/too many|before it was said/.test(what))
    .map(([what, words, outcome, messages]) => [what, how, way(words), outcome, messages] as const),
)

test.concurrent.each(cases)(
  '%s, %s: it ends as it should, and the next letter is taken',
  async (_what, _how, script, outcome, messages) => {
    const server = await aHostileServer(script)
    const pool = smtpPool(`smtp://127.0.0.1:${server.port}?pool=1`)
    // So long that whoever waits for another answer is not done before the test is over.
    expect(await pool.send({ envelope, data }, 60_000)).toEqual(outcome)
    expect(await pool.send({ envelope, data }, milliseconds)).toEqual(taken)
    expect(server.messages()).toBe(messages)
    expect(server.atOnce()).toBe(3)
    pool.close()
    await server.stop()
  },
  10_000,
)

test.concurrent(
  'a server that offers PIPELINING and hears one command of three is spoken to one by one from then on',
  async () => {
    const server = await aHostileServer({ MAIL: { say: yes, deaf: true } })
    const pool = smtpPool(`smtp://127.0.0.1:${server.port}?pool=1`)
    expect(await pool.send({ envelope, data }, 2100)).toEqual(again)
    expect(await pool.send({ envelope, data }, milliseconds)).toEqual(taken)
    expect(server.messages()).toBe(1)
    pool.close()
    await server.stop()
  },
)

test.concurrent('what a server offers in clear counts for nothing once there is TLS', async () => {
  const server = await aHostileServer({
    EHLO: [{ say: '250-x\r\n250-PIPELINING\r\n250 STARTTLS\r\n' }, { say: '250-x\r\n250 SIZE 10000\r\n' }],
  })
  const pool = smtpPool(`smtp://127.0.0.1:${server.port}?tls.rejectUnauthorized=false`)
  expect(await pool.send({ envelope, data }, milliseconds)).toEqual(taken)
  expect(server.atOnce()).toBe(1)
  pool.close()
  await server.stop()
})

test.concurrent('a server that offers nothing is spoken to one command at a time', async () => {
  const server = await aHostileServer({ EHLO: { say: '250 hostile.example\r\n' }, RCPT: [{ say: '550 5.1.1 no\r\n' }] })
  const pool = smtpPool(`smtp://127.0.0.1:${server.port}?pool=1`)
  expect(await pool.send({ envelope, data }, milliseconds)).toEqual(failed('550 5.1.1'))
  expect(await pool.send({ envelope, data }, milliseconds)).toEqual(taken)
  expect(server.atOnce()).toBe(1)
  pool.close()
  await server.stop()
})

/** Somebody who says later whether the message may go. */
function leave() {
  let say = (_may: boolean) => {}
  const mayBegin = new Promise<boolean>((resolve) => (say = resolve))
  return { say, mayBegin }
}

test.concurrent('the envelope is said while leave is asked, and without leave not a byte of the message', async () => {
  const server = await aHostileServer({})
  const pool = smtpPool(`smtp://127.0.0.1:${server.port}?pool=1`)
  for (const may of [false, true]) {
    const asked = leave()
    const ending = pool.send({ envelope, data }, milliseconds, asked.mayBegin)
    await server.hears('DATA', may ? 2 : 1)
    asked.say(may)
    expect(await ending).toEqual(may ? taken : again)
    expect(server.messages()).toBe(Number(may))
  }
  expect(server.inClear().split('A letter.')).toHaveLength(2)
  pool.close()
  await server.stop()
})

test.concurrent('a server that says goodbye while leave is asked gets nothing more', async () => {
  const server = await aHostileServer({ DATA: [{ drip: `${go}421 4.3.2 gone\r\n`, every: 20 }] })
  const pool = smtpPool(`smtp://127.0.0.1:${server.port}?pool=1`)
  const asked = leave()
  const ending = pool.send({ envelope, data }, milliseconds, asked.mayBegin)
  await server.hears('DATA', 1)
  setTimeout(() => asked.say(true), 1500)
  expect(await ending).toEqual(deferred('421 4.3.2'))
  expect(await pool.send({ envelope, data }, milliseconds)).toEqual(taken)
  expect(server.messages()).toBe(1)
  pool.close()
  await server.stop()
})

test.concurrent('leave that comes too late is none', async () => {
  const server = await aHostileServer({})
  const pool = smtpPool(`smtp://127.0.0.1:${server.port}?pool=1`)
  const asked = leave()
  const ending = pool.send({ envelope, data }, 2100, asked.mayBegin)
  setTimeout(() => asked.say(true), 2200)
  expect(await ending).toEqual(again)
  expect(server.messages()).toBe(0)
  pool.close()
  await server.stop()
})
