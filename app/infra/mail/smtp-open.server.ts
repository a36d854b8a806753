import { createHmac } from 'node:crypto'
import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { hostname } from 'node:os'
import { connect as connectTls, type ConnectionOptions } from 'node:tls'
import { SmtpTalk } from './smtp-talk.server.ts'
import type { Reply } from './smtp-replies.ts'

export interface ServerOptions {
  host: string
  port: number
  /** TLS from the first byte. */
  secure: boolean
  /** Without TLS no password and no message is said. */
  requireTLS: boolean
  /** Stay in clear although the server offers TLS. */
  ignoreTLS: boolean
  tls: ConnectionOptions
  /** How we introduce ourselves. */
  name: string
  localAddress: string | undefined
}

export interface ServerSettings {
  options: ServerOptions
  credentials: { user: string; pass: string } | null
}

/** A conversation that messages can be handed over in. */
export interface OpenTalk {
  talk: SmtpTalk
  pipelining: boolean
  /** Bytes of a message at most; `null` when the server does not say. */
  largest: number | null
}

/** Why there is none. Said in logs: it holds nothing of a person. */
export type Unopened = 'not-there' | 'not-willing' | 'no-tls' | 'not-signed-in'

class Refused extends Error {
  readonly reason: Unopened
  constructor(reason: Unopened) {
    super(reason)
    this.reason = reason
  }
}

/** RFC 5321 §4.1.4: a full name, or an address in brackets where there is none. */
export const ownName = (name = hostname()): string => (name.includes('.') ? name : '[127.0.0.1]')

const isOk = (reply: Reply | null) => reply !== null && reply.code >= 200 && reply.code < 300

/** Resolves once it is connected, TLS included; a server whose certificate is not its own is no server. */
function connected(socket: Socket, event: 'connect' | 'secureConnect'): Promise<Socket> {
  socket.on('error', () => {}) // an 'error' nobody hears would end the process
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Refused(event === 'connect' ? 'not-there' : 'no-tls'))
    socket.once('error', failed)
    socket.once('close', failed)
    socket.once(event, () => {
      socket.off('error', failed)
      socket.off('close', failed)
      resolve(socket)
    })
  })
}

export const tlsOptions = ({ host, tls }: ServerOptions): ConnectionOptions => ({
  ...(isIP(host) ? {} : { servername: host }),
  host,
  ...tls,
})

function dial(options: ServerOptions): { socket: Socket; event: 'connect' | 'secureConnect' } {
  const { host, port, localAddress } = options
  const to = { host, port, localAddress, keepAlive: true }
  return options.secure
    ? { socket: connectTls({ ...to, ...tlsOptions(options) }), event: 'secureConnect' }
    : { socket: connectPlain(to), event: 'connect' }
}

async function introduce(talk: SmtpTalk, { options, credentials }: ServerSettings): Promise<Reply> {
  const { name, requireTLS } = options
  const extended = await talk.ask(`EHLO ${name}`)
  if (extended && isOk(extended)) return extended
  // An old server knows neither TLS nor passwords.
  const plain = extended && extended.code >= 500 && !requireTLS && !credentials ? await talk.ask(`HELO ${name}`) : null
  if (!plain || !isOk(plain)) throw new Refused('not-willing')
  return { code: plain.code, lines: [''] }
}

/** What the server offers, with its parameters, by name. */
const offersOf = ({ lines }: Reply): Map<string, string> =>
  new Map(
    lines.slice(1).map((line) => {
      const [name = '', ...parameters] = line.trim().toUpperCase().split(/[ =]+/)
      return [name, parameters.join(' ')]
    }),
  )

async function upgrade(talk: SmtpTalk, options: ServerOptions): Promise<SmtpTalk> {
  const ready = await talk.ask('STARTTLS')
  // Whatever came behind that answer in clear was put there by somebody in between (RFC 3207 §6).
  if (!ready || ready.code !== 220 || talk.isAhead || !talk.isOpen) throw new Refused('no-tls')
  const socket = connectTls({ ...tlsOptions(options), socket: talk.leave() })
  return new SmtpTalk(await connected(socket, 'secureConnect'))
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

async function signIn(talk: SmtpTalk, ways: readonly string[], { user, pass }: { user: string; pass: string }) {
  let reply: Reply | null
  if (ways.includes('PLAIN') || ways.length === 0) reply = await talk.ask(`AUTH PLAIN ${base64(`\0${user}\0${pass}`)}`)
  else if (ways.includes('LOGIN')) {
    reply = await talk.ask('AUTH LOGIN')
    if (reply?.code === 334) reply = await talk.ask(base64(user))
    if (reply?.code === 334) reply = await talk.ask(base64(pass))
  } else {
    const challenge = await talk.ask('AUTH CRAM-MD5')
    const said = Buffer.from(challenge?.lines[0] ?? '', 'base64')
    const digest = createHmac('md5', pass).update(said).digest('hex')
    reply = challenge?.code === 334 ? await talk.ask(base64(`${user} ${digest}`)) : challenge
  }
  if (!reply || reply.code !== 235) throw new Refused('not-signed-in')
}

/** Every talk that is begun, so that whoever has waited long enough can end it. */
type Begin = (talk: SmtpTalk) => SmtpTalk

async function converse(socket: Socket, settings: ServerSettings, begin: Begin): Promise<OpenTalk> {
  let talk = begin(new SmtpTalk(socket))
  const greeting = await talk.hear()
  if (greeting?.code !== 220 || talk.isAhead) throw new Refused('not-willing')
  const { options, credentials } = settings
  let offers = offersOf(await introduce(talk, settings))
  if (!options.secure && !options.ignoreTLS && offers.has('STARTTLS')) {
    talk = begin(await upgrade(talk, options))
    offers = offersOf(await introduce(talk, settings))
  } else if (!options.secure && options.requireTLS) throw new Refused('no-tls')
  if (credentials) await signIn(talk, (offers.get('AUTH') ?? '').split(' ').filter(Boolean), credentials)
  if (talk.isAhead || !talk.isOpen) throw new Refused('not-willing')
  const size = Number(offers.get('SIZE') ?? 0)
  return { talk, pipelining: offers.has('PIPELINING'), largest: size > 0 ? size : null }
}

/** Connects, greets, secures and signs in, all within the time given. In clear only where neither side asks for more. */
export async function openTalk(settings: ServerSettings, milliseconds: number): Promise<OpenTalk | Unopened> {
  let talk: SmtpTalk | null = null
  const { socket, event } = dial(settings.options)
  const end = () => {
    talk?.close()
    socket.destroy()
  }
  const tooLong = setTimeout(end, milliseconds)
  try {
    return await converse(await connected(socket, event), settings, (begun) => (talk = begun))
  } catch (error) {
    end()
    if (error instanceof Refused) return error.reason
    throw error
  } finally {
    clearTimeout(tooLong)
  }
}
