import { config } from '../config.server.ts'
import { forgetSingleton, singleton } from '../singleton.ts'
import { readAddress } from './address.ts'
import type { SendOutcome } from './send-outcome.ts'
import { dataOf, endOfData } from './smtp-line.server.ts'
import { smtpPool, type SealedLetter, type SmtpPool } from './smtp-pool.server.ts'
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

/** Writes and signs a message; `null` when its receiver is not one address in order, and nobody is to be spoken to. */
export async function sealLetter(mail: OutgoingMail): Promise<SealedLetter | null> {
  const to = readAddress(mail.to.address)
  if (to === null || to !== mail.to.address) return null
  return {
    envelope: { from: mail.returnPath ?? mail.from.address, to },
    data: dataOf(await writeMessage(mail, config().dkim, endOfData)),
  }
}

/** What a server would say of such an address. */
export const badAddress = { outcome: 'failed', reply: '553 5.1.3' } as const satisfies SendOutcome

/**
 * Hands one message to the mail server. Never resends by itself: what an ending means is for the caller to decide.
 * @param milliseconds within which it is over, whatever the server does
 * @param mayBegin whether the message may be on its way. Its envelope is said meanwhile; without leave nothing more is, and the
 * ending says nothing
 */
export const handOver = (
  letter: SealedLetter,
  milliseconds: number,
  mayBegin?: Promise<boolean>,
): Promise<SendOutcome> => pool().send(letter, milliseconds, mayBegin)

/** Writes a message and hands it over at once. */
export async function sendMail(mail: OutgoingMail, milliseconds = 30_000): Promise<SendOutcome> {
  const sealed = await sealLetter(mail)
  return sealed ? handOver(sealed, milliseconds) : badAddress
}
