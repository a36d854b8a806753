import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { isLoopback, readServerUrl } from './smtp-pool.server.ts'
import { tlsOptions, type ServerOptions } from './smtp-open.server.ts'
import { SmtpTalk } from './smtp-talk.server.ts'

/** How a mail server is spoken to by these settings. */
export interface MailServer {
  host: string
  isHere: boolean
  /** Certificates are believed whatever they say. */
  isUnchecked: boolean
}

type Look =
  | { outcome: 'not-there' | 'not-willing' | 'fails' }
  | { outcome: 'in-clear'; isOffered: boolean }
  | { outcome: 'secured'; protocol: string; fault: string | null; until: number | null }

export function mailServerOf(url: string): MailServer {
  const { host, tls } = readServerUrl(url).options
  return { host, isHere: isLoopback(host), isUnchecked: tls.rejectUnauthorized === false }
}

function open(socket: Socket, event: 'connect' | 'secureConnect'): Promise<boolean> {
  socket.on('error', () => {}) // an 'error' nobody hears would end the process
  return new Promise((resolve) => {
    socket.once(event, () => resolve(true))
    socket.once('close', () => resolve(false))
  })
}

function describe(socket: TLSSocket): Look {
  const { authorized, authorizationError } = socket
  const until = Date.parse(socket.getPeerCertificate().valid_to)
  // Declared an Error, it is the code of one.
  const fault = authorized ? null : String(authorizationError)
  return {
    outcome: 'secured',
    protocol: socket.getProtocol() ?? '',
    fault,
    until: Number.isNaN(until) ? null : until,
  }
}

/** Certificates that are not believed are looked at all the same: nothing is said over such a line. */
const toLook = (options: ServerOptions) => ({ ...tlsOptions(options), rejectUnauthorized: false })

async function lookFromFirstByte(options: ServerOptions, begin: (socket: Socket) => void): Promise<Look> {
  const socket = connectTls({ ...toLook(options), port: options.port })
  begin(socket)
  let isReached = false
  socket.once('connect', () => (isReached = true))
  return (await open(socket, 'secureConnect')) ? describe(socket) : { outcome: isReached ? 'fails' : 'not-there' }
}

async function lookAfterGreeting(options: ServerOptions, begin: (socket: Socket) => void): Promise<Look> {
  const { host, port, ignoreTLS } = options
  const socket = connectPlain({ host, port })
  begin(socket)
  if (!(await open(socket, 'connect'))) return { outcome: 'not-there' }
  const talk = new SmtpTalk(socket)
  const greeting = await talk.hear()
  const offers = greeting?.code === 220 ? await talk.ask(`EHLO ${options.name}`) : null
  if (offers?.code !== 250) return { outcome: 'not-willing' }
  const isOffered = offers.lines.some((line) => /^STARTTLS\s*$/i.test(line))
  if (!isOffered || ignoreTLS) return { outcome: 'in-clear', isOffered }
  if ((await talk.ask('STARTTLS'))?.code !== 220) return { outcome: 'fails' }
  const secured = connectTls({ ...toLook(options), socket: talk.leave() })
  begin(secured)
  return (await open(secured, 'secureConnect')) ? describe(secured) : { outcome: 'fails' }
}

/** Looks at a mail server's door: whether it speaks TLS, which, and with what certificate. Says no password and sends nothing. */
export async function lookAtServer(url: string, milliseconds: number): Promise<Look> {
  const { options } = readServerUrl(url)
  let last: Socket | null = null
  const begin = (socket: Socket) => void (last = socket)
  // What is secured owns what is below: the two are never destroyed side by side, which ends the process.
  const end = () => last?.destroy()
  const tooLong = setTimeout(end, milliseconds)
  try {
    return await (options.secure ? lookFromFirstByte : lookAfterGreeting)(options, begin)
  } finally {
    clearTimeout(tooLong)
    end()
  }
}
