import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import { refusalOf, replyOf, type SendOutcome } from './send-outcome.ts'

export interface Envelope {
  from: string
  to: string
}

export interface ServerSettings {
  options: SMTPConnectionOptions
  credentials: { user: string; pass: string } | null
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
  /** Hands one message over. A message that takes longer than the time given is left, so that no lease outlives its holder. */
  send(envelope: Envelope, message: Buffer, milliseconds: number): Promise<Said>
  close(): void
}

/** Opens a line: greeting, TLS, sign-in. `null` when the server cannot be spoken to within the time given. */
export async function openLine(
  { options, credentials }: ServerSettings,
  milliseconds: number,
): Promise<SmtpLine | null> {
  const connection = new SMTPConnection(options)
  const ready = await new Promise<boolean>((resolve) => {
    const tooLong = setTimeout(() => resolve(false), milliseconds)
    const said = (yes: boolean) => {
      clearTimeout(tooLong)
      resolve(yes)
    }
    connection.on('error', () => said(false)) // stays: an 'error' nobody hears would end the process
    connection.once('end', () => said(false))
    connection.connect((error) => {
      if (error) said(false)
      else if (!credentials) said(true)
      else connection.login({ credentials, ...credentials }, (refused) => said(!refused))
    })
  })
  if (ready) return lineOver(connection)
  connection.close()
  return null
}

function lineOver(connection: SMTPConnection): SmtpLine {
  let open = true
  let sent = 0
  const close = () => {
    open = false
    connection.close()
  }
  connection.once('end', () => {
    open = false
  })

  /** After a refusal the line is kept when the server forgets the message (RSET). */
  const startAfresh = () =>
    new Promise<void>((resolve) => {
      const left = () => resolve(close())
      connection.once('end', left)
      connection.reset((error) => {
        connection.off('end', left)
        if (error) close()
        resolve()
      })
    })

  async function send(envelope: Envelope, message: Buffer, milliseconds: number): Promise<Said> {
    sent += 1
    const body = Readable.from([message], { objectMode: false })
    const answer = await converse(connection, { from: envelope.from, to: [envelope.to], body, milliseconds })
    const begun = body.readableDidRead
    if ('accepted' in answer) return { outcome: { outcome: 'handed-over', reply: replyOf(answer.accepted) }, begun }
    const refusal = refusalOf(answer.response)
    if (refusal && !answer.response.startsWith('421') && open) await startAfresh()
    else close()
    return { outcome: refusal ?? (begun ? { outcome: 'unknown' } : { outcome: 'deferred', reply: null }), begun }
  }

  return {
    get isOpen() {
      return open
    },
    get sent() {
      return sent
    },
    send,
    close: () => {
      if (open) connection.quit()
      open = false
    },
  }
}

type Answer = { accepted: string } | { response: string }

interface Conversation {
  from: string
  to: string[]
  body: Readable
  milliseconds: number
}

function converse(connection: SMTPConnection, { from, to, body, milliseconds }: Conversation): Promise<Answer> {
  return new Promise((resolve) => {
    const tooLong = setTimeout(() => resolve({ response: '' }), milliseconds)
    connection.send({ from, to }, body, (error, info) => {
      clearTimeout(tooLong)
      if (error) resolve({ response: error.response ?? '' })
      else resolve({ accepted: info?.response ?? '' })
    })
  })
}
