import { EventEmitter, once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** Somebody else's certificate, made for these tests and trusted by nobody. */
const cert = `-----BEGIN CERTIFICATE-----
MIIBuDCCAV+gAwIBAgIUMuUpB5N5e05ZK0tk+H+KC8uXZj4wCgYIKoZIzj0EAwIw
IDEeMBwGA1UEAwwVc29tZWJvZHktZWxzZS5leGFtcGxlMCAXDTI2MTEyODEyNTc0
OVoYDzIxMjYxMTA0MTI1NzQ5WjAgMR4wHAYDVQQDDBVzb21lYm9keS1lbHNlLmV4
YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARTdpJUjQYG/D2yC9YKOHPl
aPzszvCtwo5jvd0sjjkAiK/MZm7DTHAufFb+gqDkIUqfyjnT2UxX+yKAX4E09g1r
o3UwczAdBgNVHQ4EFgQUnhvjy9p5Cf7VKLNRVXfd3icFugUwHwYDVR0jBBgwFoAU
nhvjy9p5Cf7VKLNRVXfd3icFugUwDwYDVR0TAQH/BAUwAwEB/zAgBgNVHREEGTAX
ghVzb21lYm9keS1lbHNlLmV4YW1wbGUwCgYIKoZIzj0EAwIDRwAwRAIgf6sBsxj1
v+4u1wBVlXOZ9f02yp00wi6hjiobCJQDWqYCIEb1ZF/1a1OebcDYrC46/N+T26Ex
N9jO1wQJE+hQFv66
-----END CERTIFICATE-----`
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfTE9KHw4XbPU70/L
dF/6XT0LGAangefvsCOZbvY7ziShRANCAARTdpJUjQYG/D2yC9YKOHPlaPzszvCt
wo5jvd0sjjkAiK/MZm7DTHAufFb+gqDkIUqfyjnT2UxX+yKAX4E09g1r
-----END PRIVATE KEY-----`

/** What can be said to us, or asked of us. `dot`: all of a message has come. `byte`: its first bytes have. */
export type Moment =
  'greeting' | 'EHLO' | 'HELO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'byte' | 'dot' | 'RSET' | 'QUIT'

/** Bytes to answer, or what else is done. */
export type Act =
  | { say: string }
  /** What came behind the command in the same breath is not heard. */
  | { say: string; deaf: true }
  /** The same, a byte at a time. */
  | { drip: string; every: number }
  /** The same again and again, until the other side has had enough. */
  | { flood: string }
  | 'close'
  | 'reset'
  | 'silence'

export interface HostileServer {
  port: number
  /** What came before or without TLS. */
  inClear: () => string
  /** Messages whose last dot came. */
  messages: () => number
  /** Commands that came in one breath, at most. */
  atOnce: () => number
  /** Resolves once it was told so for the time given. */
  hears: (moment: Moment, time: number) => Promise<void>
  /** Bytes that we could be made to take. */
  flooded: () => number
  stop: () => Promise<void>
}

const polite: Record<Moment, Act> = {
  greeting: { say: '220 hostile.example ESMTP\r\n' },
  EHLO: { say: '250-hostile.example\r\n250 PIPELINING\r\n' },
  HELO: { say: '250 hostile.example\r\n' },
  STARTTLS: { say: '220 go on\r\n' },
  AUTH: { say: '235 2.7.0 welcome\r\n' },
  MAIL: { say: '250 2.1.0 ok\r\n' },
  RCPT: { say: '250 2.1.5 ok\r\n' },
  DATA: { say: '354 go on\r\n' },
  byte: { say: '' },
  dot: { say: '250 2.0.0 taken\r\n' },
  RSET: { say: '250 2.0.0 ok\r\n' },
  QUIT: { say: '221 bye\r\n' },
}

const verbs = Object.keys(polite).filter((moment): moment is Moment => /^[A-Z]+$/.test(moment))

const wordsOf = (act: Exclude<Act, string>) => ('say' in act ? act.say : 'drip' in act ? act.drip : act.flood)

class Conversation {
  #socket: Socket
  #heard = ''
  #inMessage = false
  readonly #how: (moment: Moment) => Act
  readonly #notes: Notes

  constructor(socket: Socket, how: (moment: Moment) => Act, notes: Notes) {
    this.#socket = socket
    this.#how = how
    this.#notes = notes
    this.#listen(true)
    this.#act('greeting')
  }

  #listen(inClear: boolean): void {
    this.#socket.on('error', () => {})
    this.#socket.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1')
      if (inClear) this.#notes.inClear += text
      if (!this.#inMessage) this.#notes.atOnce = Math.max(this.#notes.atOnce, text.split('\r\n').length - 1)
      this.#heard += text
      while (this.#inMessage ? this.#takeMessage() : this.#takeCommand());
    })
  }

  #takeMessage(): boolean {
    if (this.#heard.length > 0) this.#act('byte')
    const end = this.#heard.indexOf('\r\n.\r\n')
    if (end === -1) return false
    this.#notes.messages += 1
    this.#heard = this.#heard.slice(end + 5)
    this.#inMessage = false
    this.#act('dot')
    return true
  }

  #takeCommand(): boolean {
    const end = this.#heard.indexOf('\r\n')
    if (end === -1) return false
    const verb = verbs.find((one) => this.#heard.toUpperCase().startsWith(one))
    this.#heard = this.#heard.slice(end + 2)
    if (!verb) return true
    const act = this.#act(verb)
    this.#inMessage = verb === 'DATA' && typeof act === 'object' && wordsOf(act).includes('354')
    if (typeof act === 'object' && 'deaf' in act) this.#heard = ''
    if (verb === 'STARTTLS' && typeof act === 'object' && 'say' in act && /^220 [^\r]*\r\n$/.test(act.say))
      this.#secure()
    return true
  }

  #secure(): void {
    this.#socket.removeAllListeners('data')
    this.#socket = new TLSSocket(this.#socket, { isServer: true, cert, key })
    this.#listen(false)
  }

  #act(moment: Moment): Act {
    this.#notes.heard.emit(moment)
    const act = this.#how(moment)
    if (act === 'close') this.#socket.end()
    else if (act === 'reset') this.#socket.resetAndDestroy()
    else if (act === 'silence') return act
    else if ('say' in act) this.#socket.write(Buffer.from(act.say, 'latin1'))
    else if ('drip' in act) this.#drip(act.drip, act.every)
    else this.#flood(Buffer.from(act.flood, 'latin1'))
    return act
  }

  #drip(bytes: string, every: number): void {
    if (bytes.length === 0 || this.#socket.destroyed) return
    this.#socket.write(bytes.slice(0, 1), 'latin1')
    setTimeout(() => this.#drip(bytes.slice(1), every), every).unref()
  }

  #flood(bytes: Buffer): void {
    if (this.#socket.destroyed) return
    this.#notes.flooded += bytes.length
    this.#socket.write(bytes, () => setImmediate(() => this.#flood(bytes)))
  }
}

interface Notes {
  inClear: string
  messages: number
  atOnce: number
  flooded: number
  /** Each moment as it comes. */
  heard: EventEmitter
}

/** A server that does at each moment what it is told, and is polite otherwise. A list is what it does the first time, the second… */
export async function aHostileServer(script: Partial<Record<Moment, Act | readonly Act[]>>): Promise<HostileServer> {
  const notes: Notes = { inClear: '', messages: 0, atOnce: 0, flooded: 0, heard: new EventEmitter() }
  const told: Partial<Record<string, number>> = {}
  for (const moment of Object.keys(polite)) notes.heard.on(moment, () => (told[moment] = (told[moment] ?? 0) + 1))
  const times: Partial<Record<Moment, number>> = {}
  const sockets = new Set<Socket>()
  const how = (moment: Moment): Act => {
    const scripted = script[moment]
    if (scripted === undefined) return polite[moment]
    if (typeof scripted === 'string' || !('length' in scripted)) return scripted
    const time = (times[moment] ?? 0) + 1
    times[moment] = time
    return scripted[time - 1] ?? polite[moment]
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    void new Conversation(socket, how, notes)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    inClear: () => notes.inClear,
    messages: () => notes.messages,
    atOnce: () => notes.atOnce,
    async hears(moment, time) {
      while ((told[moment] ?? 0) < time) await once(notes.heard, moment)
    },
    flooded: () => notes.flooded,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
