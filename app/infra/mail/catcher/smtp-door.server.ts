import { SMTPServer } from 'smtp-server'
import type { Mailbox } from './mailbox.server.ts'

const largest = 30 * 1024 * 1024

/** An SMTP server that takes everything for anyone and delivers nothing. */
export function smtpDoor(mailbox: Mailbox): SMTPServer {
  const server = new SMTPServer({
    name: 'portevoix-catcher',
    banner: 'nothing that comes in here goes out',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: largest,
    closeTimeout: 200,
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.once('error', callback)
      stream.once('end', () => {
        if (stream.sizeExceeded) return callback(Object.assign(new Error('too large'), { responseCode: 552 }))
        const { mailFrom, rcptTo } = session.envelope
        mailbox.receive(Buffer.concat(parts), {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
        })
        callback(null, 'caught')
      })
    },
  })
  server.on('error', () => {}) // a client that breaks off is its own business
  return server
}
