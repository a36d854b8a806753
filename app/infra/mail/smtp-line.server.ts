import { refusalOf, replyOf, type SendOutcome } from './send-outcome.ts'
import type { OpenTalk } from './smtp-open.server.ts'
import type { Reply } from './smtp-replies.ts'
import type { SmtpTalk } from './smtp-talk.server.ts'

export interface Envelope {
  from: string
  to: string
}

export interface Sending {
  envelope: Envelope
  /** The message, as `dataOf` made it. */
  data: Buffer
  /** Of `performance.now()`, which nobody sets back: by then it is over. */
  until: number
  /** Asked once the server waits for the message: may it be on its way? The envelope is said meanwhile. */
  mayBegin: Promise<boolean>
}

export interface Said {
  outcome: SendOutcome
  /** Whether the message itself was begun to be sent. */
  begun: boolean
}

/** One conversation with the mail server; it takes one message after the other. */
export interface SmtpLine {
  readonly isOpen: boolean
  readonly sent: number
  /** It took a group of commands, answered its beginning and not its end, although it offers to hear them together. */
  readonly isHardOfHearing: boolean
  /** Hands one message over. One that takes longer than the time given is left, so that no lease outlives its holder. */
  send(sending: Sending): Promise<Said>
  close(): void
}

/** What may stand between the brackets of a command. A line break would begin another command. */
const onePath = /^[!-;=?-~]+$/
const lineDot = '\r\n.'
/** What goes over the line behind a message that ends with a line break. */
export const endOfData = '.\r\n'

/**
 * What goes over the line for a message and `endOfData` behind it: no line of it is taken for its end (RFC 5321 §4.5.2). Our own
 * letters have no line that begins with a dot; whoever's may.
 */
export function dataOf(ended: Buffer): Buffer {
  const end = ended.length - endOfData.length
  if (ended.indexOf(lineDot, 0, 'latin1') === end - 2) return ended
  const message = ended.toString('latin1', 0, end)
  return Buffer.from(`${message.replaceAll(lineDot, `${lineDot}.`)}${endOfData}`, 'latin1')
}

const isOk = (reply: Reply | null): reply is Reply => reply !== null && reply.code >= 200 && reply.code < 300
/** No answer comes behind this one. */
const isLast = (reply: Reply | null) => reply === null || reply.code === 421
const said = ({ code, lines: [first] }: Reply) => `${code} ${first}`

const before = (reply: Reply | null): Said => ({
  begun: false,
  outcome: (reply && refusalOf(said(reply))) ?? { outcome: 'deferred', reply: null },
})

const afterwards = (reply: Reply | null): Said => {
  if (isOk(reply)) return { begun: true, outcome: { outcome: 'handed-over', reply: replyOf(said(reply)) } }
  return { begun: true, outcome: (reply && refusalOf(said(reply))) ?? { outcome: 'unknown' } }
}

/** Not a byte of the message is said too late, to a server that has gone, or without leave. */
async function handOver(talk: SmtpTalk, { data, until, mayBegin }: Sending): Promise<Said> {
  const may = await mayBegin
  if (may && talk.isOpen && !talk.isAhead && performance.now() < until) {
    talk.say(data)
    return afterwards(await talk.hear())
  }
  const word = talk.isAhead ? await talk.hear() : null
  talk.close()
  return before(word)
}

/** After a refusal the line is kept when the server forgets the message (RSET). */
async function startAfresh(talk: SmtpTalk, { outcome }: Said): Promise<void> {
  if (outcome.outcome === 'handed-over') return
  const goesOn = 'reply' in outcome && outcome.reply !== null && !outcome.reply.startsWith('421')
  if (!goesOn || !talk.isOpen || talk.isAhead || !isOk(await talk.ask('RSET'))) talk.close()
}

export function lineOver({ talk, pipelining, largest }: OpenTalk): SmtpLine {
  let sent = 0
  let isHardOfHearing = false

  /** MAIL, RCPT and DATA in one breath where the server takes them so (RFC 2920). `null`: it waits for the message. */
  async function agree({ from, to }: Envelope, size: number): Promise<Said | null> {
    if (!onePath.test(from) || !onePath.test(to)) throw new Error('an address that is more than one')
    const mail = `MAIL FROM:<${from}>${largest === null ? '' : ` SIZE=${size}`}\r\n`
    const receiver = `RCPT TO:<${to}>\r\n`
    talk.say(pipelining ? `${mail}${receiver}DATA\r\n` : mail)
    const answer = async (command: string, last: Reply | null) => {
      if (isLast(last)) return last
      if (!pipelining) talk.say(command)
      return talk.hear()
    }
    const sender = await talk.hear()
    if (!pipelining && !isOk(sender)) return before(sender)
    const received = await answer(receiver, sender)
    if (!pipelining && !isOk(received)) return before(received)
    const data = await answer('DATA\r\n', received)
    isHardOfHearing = pipelining && sender !== null && data === null
    const refused = [sender, received].find((reply) => !isOk(reply))
    if (refused !== undefined) {
      // It waits for a message to nobody: there is none.
      if (data?.code === 354) talk.close()
      return before(refused)
    }
    if (data?.code !== 354) return before(data)
    if (!talk.isAhead) return null
    talk.close() // an answer to what was not said yet: no later one could be believed
    return { begun: false, outcome: { outcome: 'deferred', reply: null } }
  }

  async function send(sending: Sending): Promise<Said> {
    const { envelope, data, until } = sending
    sent += 1
    if (largest !== null && data.length > largest)
      return { begun: false, outcome: { outcome: 'failed', reply: '552 5.3.4' } }
    if (talk.isAhead) talk.close()
    const tooLong = setTimeout(() => talk.close(), until - performance.now())
    try {
      const ending = (await agree(envelope, data.length)) ?? (await handOver(talk, sending))
      await startAfresh(talk, ending)
      return ending
    } finally {
      clearTimeout(tooLong)
    }
  }

  return {
    get isOpen() {
      return talk.isOpen && !talk.isAhead
    },
    get sent() {
      return sent
    },
    get isHardOfHearing() {
      return isHardOfHearing
    },
    send,
    close: () => talk.part(),
  }
}
