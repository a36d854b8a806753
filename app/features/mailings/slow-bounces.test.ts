import { expect, test } from 'vitest'
import { classifyBounce } from './rules/bounces/classify.ts'

const short = 100_000

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

/** Twice the message may take twice as long, and more on a busy machine. What grows by the square takes seconds. */
async function isSlow(write: (length: number) => string): Promise<boolean> {
  const one = await millisecondsOf(Buffer.from(write(short)))
  if (one > 1500) return true
  const two = await millisecondsOf(Buffer.from(write(2 * short)))
  return two > 400 + 3 * one || (await millisecondsOf(Buffer.from(write(3 * short)))) > 1000
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
