import fc from 'fast-check'
import { expect, test } from 'vitest'
import { corpus } from '#prisma/factories/bounces/corpus.ts'
import { classifyBounce } from './rules/bounces/classify.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const kinds = ['hard', 'soft', 'complaint', 'auto-reply', 'none']

/** Milliseconds of this thread's time for one message. A slow machine gets a generous bound; a pattern that backtracks takes minutes. */
async function spent(raw: Uint8Array): Promise<number> {
  const before = process.cpuUsage()
  const { kind, recipients } = await classifyBounce(raw)
  expect(kinds).toContain(kind)
  for (const address of recipients) expect(address.length).toBeLessThan(400)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const specimen = fc.constantFrom(...corpus.map(({ raw }) => bytes(raw)))
const cut = fc
  .tuple(specimen, fc.nat(), fc.nat())
  .map(([raw, from, to]) => raw.subarray(from % raw.length, to % raw.length))
const flipped = fc
  .tuple(specimen, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 60 }))
  .map(([raw, flips]) => {
    const copy = raw.slice()
    for (const [at, byte] of flips) copy[at % copy.length] = byte
    return copy
  })
const joined = fc
  .tuple(specimen, specimen, fc.nat())
  .map(([one, other, at]) => Uint8Array.from([...one.subarray(0, at % one.length), ...other]))
const noise = fc.uint8Array({ maxLength: 4000 })

const latin = (raw: Uint8Array) => Buffer.from(raw).toString('latin1')
const ten = Array.from({ length: 10 }, (_, n) => n)

/** What servers on the way, broken ones among them, do to a message. */
const bendings: Readonly<Record<string, (text: string, at: number) => string>> = {
  'its head twice': (text) => text.replace(/^[^]{0,20000}?\r?\n\r?\n/, (head) => head.trim() + '\r\n' + head),
  'lines five times': (text, at) => text.slice(0, at) + text.slice(at, at + 300).repeat(5) + text.slice(at),
  'a boundary that is not its own': (text) => text.replace(/boundary="?[^"\s;]/gi, '$&x'),
  'no boundaries': (text) => text.replace(/^--.*$/gm, ''),
  'another charset': (text, at) =>
    text.replace(/charset="?[\w-]+/gi, ['charset=utf-16', 'charset=nowhere', 'charset="\0'][at % 3] ?? ''),
  'said to be base64': (text) => text.replace(/\r?\n\r?\n/g, '\r\nContent-Transfer-Encoding: base64\r\n\r\n'),
  'with base64 in between': (text, at) => text.slice(0, at) + 'AAA=+/9\n'.repeat(400) + text.slice(at),
  'eight bits': (text) => text.replace(/e/g, '\xe9'),
  'ten messages deep': (text) =>
    ten.reduce(
      (inner, n) => `From: root@example.org\r\nSubject: Fwd ${n}\r\nContent-Type: message/rfc822\r\n\r\n${inner}`,
      text,
    ),
  'ten parts deep': (text) =>
    ten.reduce(
      (inner, n) =>
        `From: root@example.org\r\nContent-Type: multipart/mixed; boundary=n${n}\r\n\r\n--n${n}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--n${n}--`,
      text,
    ),
  'carriage returns alone': (text) => text.replace(/\r?\n/g, '\r'),
  'line ends the wrong way round': (text) => text.replace(/\r?\n/g, '\n\r'),
  'one line': (text) => text.replace(/\r?\n/g, ' '),
  'every part a report': (text) => text.replace(/content-type: [^\r\n]*/gi, 'Content-Type: message/delivery-status'),
}

const bent = fc
  .tuple(specimen, fc.array(fc.constantFrom(...Object.values(bendings)), { minLength: 1, maxLength: 3 }), fc.nat())
  .map(([raw, bends, at]) =>
    Buffer.from(
      bends.reduce((text, bend) => bend(text, at % text.length), latin(raw)),
      'latin1',
    ),
  )

test('whatever a message is mutated into, it is classified without a crash, in little time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(cut, flipped, joined, noise, bent, bent), async (raw) => {
      expect(await spent(raw)).toBeLessThan(1000)
    }),
    { numRuns: 1200 },
  )
}, 60_000)

const many = (text: string, times: number) => text.repeat(times)
const nested = (depth: number) => many('Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n', depth)
const messages = (depth: number) =>
  many('From: postmaster@example.org\r\nSubject: failure\r\nContent-Type: message/rfc822\r\n\r\n', depth)
const reportOf = (fields: string) =>
  `From: MAILER-DAEMON@example.org\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${fields}\r\n--b--\r\n`

test.each([
  ['ten megabytes of one letter', () => many('a', 10_000_000)],
  ['ten megabytes of lines', () => many('550 5.1.1 user unknown <a@example.org>\r\n', 260_000)],
  ['a header of ten megabytes', () => `Subject: ${many('undelivered ', 800_000)}\r\n\r\nno`],
  ['a million headers', () => many('X-A: b\r\n', 1_000_000)],
  ['parts within parts', () => nested(20_000)],
  ['messages within messages', () => messages(20_000)],
  [
    'a report about a hundred thousand people',
    () => reportOf(many('\r\nFinal-Recipient: rfc822; a@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n', 100_000)),
  ],
  [
    'an answer that never ends',
    () =>
      reportOf(
        `Final-Recipient: rfc822; a@example.org\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550 ${many('recipient address mailbox user ', 300_000)}`,
      ),
  ],
  [
    'an answer in a thousand folds',
    () =>
      reportOf(
        `Final-Recipient: rfc822; a@example.org\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550\r\n${many(' no such\r\n', 400_000)}`,
      ),
  ],
  [
    'a page of open brackets',
    () =>
      `From: postmaster@example.org\r\nSubject: Undeliverable\r\nContent-Type: text/html\r\n\r\n${many('<a <style> &lt;', 600_000)}`,
  ],
  [
    'addresses without an end',
    () =>
      `From: postmaster@example.org\r\nSubject: Undeliverable\r\n\r\n${many('a.a.', 1_000_000)}@${many('b.', 1_000_000)}`,
  ],
  [
    'spaces',
    () =>
      `From: postmaster@example.org\r\nSubject: Undeliverable\r\n\r\nThe following address failed${many(' ', 9_000_000)}x`,
  ],
  ['dashes', () => `From: postmaster@example.org\r\nSubject: Undeliverable\r\n\r\n${many('-', 9_000_000)}`],
])(
  '%s: two seconds and little memory are enough',
  async (_, write) => {
    const raw = bytes(write())
    const before = process.memoryUsage().rss
    expect(await spent(raw)).toBeLessThan(2000)
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 1024 * 1024)
  },
  30_000,
)
