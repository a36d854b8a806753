import { once } from 'node:events'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export interface ReceivedMail {
  /** Of the envelope. */
  sender: string
  /** Every RCPT of the transaction. */
  receivers: string[]
  raw: string
  email: Email
}

/** What the server does with a mail to an address, once it has all of it (`drop-at-rcpt`: before). */
export type Behaviour =
  'accept' | 'drop-after-data' | 'drop-at-rcpt' | { code: number; text: string } | { rcpt: number; text: string }

export interface MailServer {
  url: string
  port: number
  received: ReceivedMail[]
  /** Mails whose last dot arrived, whatever was answered. */
  seen: string[]
  /** Said for each mail from now on. */
  behave(how: (address: string) => Behaviour): void
  /** Mails wait before the answer until this resolves. */
  holdUntil(gate: Promise<void>): void
  stop(): Promise<void>
}

const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

const senderOf = ({ envelope: { mailFrom } }: SMTPServerSession) => (mailFrom === false ? '' : mailFrom.address)

/** A real mail server in this process, which records and misbehaves as told. */
export async function aMailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const seen: string[] = []
  let behaviour: (address: string) => Behaviour = () => 'accept'
  let gate: Promise<void> = Promise.resolve()
  const drop = (id: string) => [...server.connections].find((connection) => connection.id === id)?._socket.destroy()

  async function take(
    raw: Buffer,
    session: { id: string; sender: string; receivers: string[] },
  ): Promise<Error | null> {
    const [address = ''] = session.receivers
    seen.push(address)
    await gate
    const how = behaviour(address)
    if (how === 'drop-after-data') return (drop(session.id), refusal(421, 'gone'))
    if (typeof how === 'object' && 'code' in how) return refusal(how.code, how.text)
    received.push({
      sender: session.sender,
      receivers: session.receivers,
      raw: raw.toString('latin1'),
      email: await PostalMime.parse(raw),
    })
    return null
  }

  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onRcptTo({ address }, session, callback) {
      const how = behaviour(address)
      if (how === 'drop-at-rcpt') return void drop(session.id)
      callback(typeof how === 'object' && 'rcpt' in how ? refusal(how.rcpt, how.text) : null)
    },
    onData(stream, session, say) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.once('end', () => {
        const receivers = session.envelope.rcptTo.map(({ address }) => address)
        void take(Buffer.concat(parts), { id: session.id, sender: senderOf(session), receivers }).then((no) => say(no))
      })
    },
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    seen,
    behave: (how) => void (behaviour = how),
    holdUntil: (until) => void (gate = until),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
