import { expect, test } from 'vitest'
import { classifyBounce } from './rules/bounces/classify.ts'

const long = 100_000

/** What a hostile server may repeat in an answer or in a letter. */
const pieces = [
  '(',
  '\n',
  ' ',
  '<',
  '550 ',
  '5.1.1 ',
  '-',
  '.',
  '@',
  '"',
  '#',
  '\t',
  ':',
  ';',
  '>',
  '5.',
  'a',
  'a@',
  'a.',
  '( ',
  '\n(',
  '\n \t',
  '&lt;',
  '<style>',
  'said: ',
  'user unknown ',
  'a\u0301\u0323',
]

const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
const inALine = (text: string) => text.replaceAll('\n', '\r\n ')

const report = (fields: string, more = '') =>
  `From: MAILER-DAEMON@x.example\r\nSubject: Undelivered\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n${fields}\r\n\r\n${more}--b--\r\n`

const failed = 'Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.0.0'

/** Where it may stand. */
const places = {
  diagnostic: (text: string) => report(`${failed}\r\nDiagnostic-Code: smtp; ${inALine(text)}`),
  'the letter that came back': (text: string) =>
    report(
      'Action: failed\r\nStatus: 5.0.0',
      `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nTo: ${inALine(text)}\r\n\r\n`,
    ),
  text: (text: string) => `From: MAILER-DAEMON@x.example\r\nSubject: Undelivered Mail\r\n\r\n${text}`,
  page: (text: string) =>
    `From: MAILER-DAEMON@x.example\r\nSubject: Undelivered\r\nContent-Type: text/html\r\n\r\n${text}`,
  subject: (text: string) => `From: MAILER-DAEMON@x.example\r\nSubject: ${inALine(text)}\r\n\r\nUndelivered`,
  'return path': (text: string) =>
    `From: a@x.example\r\nSubject: Undelivered Mail\r\nReturn-Path:${inALine(text)}x\r\n\r\nThe following address failed`,
}

/** Of processor time, which a busy machine does not stretch. */
async function millisecondsOf(raw: Buffer): Promise<number> {
  const before = process.cpuUsage()
  await classifyBounce(raw)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The least of three: what else the machine does only ever adds. */
async function leastOf(raw: Buffer): Promise<number> {
  const times = [await millisecondsOf(raw), await millisecondsOf(raw), await millisecondsOf(raw)]
  return Math.min(...times)
}

const seconds = 1500
/** Ten times what most messages of this length take. */
const suspicious = 40

/**
 * Most take a few milliseconds, and one look says so. For the others growth decides and no clock: four times a message takes four
 * times as long, and sixteen times what grows by the square. Something of both is slow from where the square is a third of it, and
 * of a short while from where it is two thirds: what collections of memory take grows faster than a message as well. Both lengths
 * are below those at which a part is cut off.
 */
async function isSlow(write: (length: number) => string): Promise<boolean> {
  const least = (length: number) => leastOf(Buffer.from(write(length)))
  if ((await millisecondsOf(Buffer.from(write(long)))) > seconds) return (await least(long)) > seconds
  if ((await millisecondsOf(Buffer.from(write(long / 2)))) <= suspicious) return false
  const whole = await least(long / 2)
  return whole > suspicious && whole > (whole > 400 ? 5 : 8) * (await least(long / 8))
}

test.each(Object.entries(places))(
  'a message takes a time that grows with it and no faster, whatever is repeated: %s',
  async (_, write) => {
    const slow: string[] = []
    for (const piece of pieces) if (await isSlow((length) => write(filled(piece, length)))) slow.push(piece)
    expect(slow).toEqual([])
  },
  60_000,
)
