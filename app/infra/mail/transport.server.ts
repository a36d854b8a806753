import { config } from '../config.server.ts'
import { forgetSingleton, singleton } from '../singleton.ts'
import { emailAddress } from './address.ts'
import type { SendOutcome } from './send-outcome.ts'
import { smtpPool, type SmtpPool } from './smtp-pool.server.ts'
import { writeMessage, type OutgoingMail } from './write-message.server.ts'

interface Server {
  url: string | null
}

const server = () => singleton<Server>('mail-server', () => ({ url: null }))
const pool = (): SmtpPool => singleton('mail-pool', () => smtpPool(mailServerUrl()))

/** Says which mail server this process hands its mail to. Called by whoever composes the process; a second call moves it. */
export function useMailServer(url: string): void {
  if (server().url === url) return
  if (server().url !== null) closeMailServer()
  server().url = url
}

export function mailServerUrl(): string {
  const { url } = server()
  if (!url) throw new Error('useMailServer() was not called')
  return url
}

/** Says goodbye on every open line. The next message opens new ones. */
export function closeMailServer(): void {
  if (server().url !== null) pool().close()
  forgetSingleton('mail-pool')
}

/** Most messages that can be on their way at one time. */
export const mailConnections = (): number => pool().connections

/**
 * Hands one message to the mail server, for exactly one receiver. Never resends by itself: what an ending means is for the
 * caller to decide.
 */
export async function sendMail(mail: OutgoingMail, milliseconds = 30_000): Promise<SendOutcome> {
  const to = emailAddress.safeParse(mail.to.address)
  if (!to.success || to.data !== mail.to.address) return { outcome: 'failed', reply: '553 5.1.3' }
  const message = await writeMessage(mail, config().dkim)
  return pool().send({ from: mail.returnPath ?? mail.from.address, to: to.data }, message, milliseconds)
}
