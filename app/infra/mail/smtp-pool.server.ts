import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type { Options as SMTPOptions } from 'nodemailer/lib/smtp-connection'
import type { SendOutcome } from './send-outcome.ts'
import { log } from '../log/log.server.ts'
import { lineOver, type Envelope, type Said, type Sending, type SmtpLine } from './smtp-line.server.ts'
import { openTalk, ownName, type ServerSettings } from './smtp-open.server.ts'

/** A message in its envelope, ready for the line (`dataOf`): for exactly one receiver. */
export interface SealedLetter {
  envelope: Envelope
  data: Buffer
}

export interface SmtpPool {
  /** Most messages on their way at one time. */
  readonly connections: number
  /** Hands one message over within the time given, waiting for a line included; what takes longer is given up. */
  send(letter: SealedLetter, milliseconds: number, mayBegin?: Promise<boolean>): Promise<SendOutcome>
  close(): void
}

const messagesPerLine = 200
/** Milliseconds to connect, greet, secure and sign in. */
const longestOpening = 10_000
/** Milliseconds in which a server that broke off a group of commands is spoken to one command at a time. */
const oneByOneFor = 3_600_000
/** With less time left than this a conversation is not begun. */
const shortestConversation = 2000

const always = Promise.resolve(true)

interface PoolSettings extends ServerSettings {
  connections: number
}

const plural = (value: unknown) => (typeof value === 'number' && value >= 1 && value <= 100 ? Math.trunc(value) : null)

export const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')

/**
 * Settings of `smtp(s)://user:pass@host:port?pool=10&requireTLS=true&tls.rejectUnauthorized=false`. A password is never said in
 * clear beyond this machine, unless `ignoreTLS=true` asks for it.
 */
export function readServerUrl(url: string): PoolSettings {
  const { auth, pool, maxConnections, ...server }: Record<string, unknown> & SMTPOptions = parseConnectionUrl(url)
  const { username, password } = new URL(url)
  const host = server.host ?? 'localhost'
  const secure = server.secure ?? Number(server.port) === 465
  const ignoreTLS = server.ignoreTLS === true
  return {
    options: {
      host,
      port: Number(server.port ?? (secure ? 465 : 587)),
      secure,
      requireTLS: server.requireTLS ?? (auth !== undefined && !ignoreTLS && !isLoopback(host)),
      ignoreTLS: ignoreTLS && server.requireTLS !== true,
      tls: server.tls ?? {},
      name: ownName(server.name),
      localAddress: server.localAddress,
    },
    credentials: auth ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null,
    connections: plural(maxConnections) ?? plural(pool) ?? 5,
  }
}

/**
 * Open lines to one mail server, at most `connections`. Our own instead of nodemailer's pool over the same connections: only
 * here is it known whether a message was on its way when a line broke, which is all the difference between "again" and "never twice".
 */
export function smtpPool(url: string): SmtpPool {
  const settings = readServerUrl(url)
  const idle: SmtpLine[] = []
  const waiting: (() => void)[] = []
  let busy = 0
  let oneByOneUntil = -Infinity

  const turn = async () => {
    if (busy >= settings.connections) await new Promise<void>((resolve) => waiting.push(resolve))
    else busy += 1
  }
  const done = () => {
    const next = waiting.shift()
    if (next) next()
    else busy -= 1
  }

  function usedLine(): SmtpLine | null {
    for (;;) {
      const line = idle.pop()
      if (!line || line.isOpen) return line ?? null
    }
  }

  async function freshLine(milliseconds: number): Promise<SmtpLine | null> {
    const opened = await openTalk(settings, Math.min(milliseconds, longestOpening))
    if (typeof opened !== 'string')
      return lineOver({ ...opened, pipelining: opened.pipelining && performance.now() > oneByOneUntil })
    log.warn('the mail server cannot be used', { job: 'deliver', code: opened })
    return null
  }

  async function over(line: SmtpLine, sending: Sending): Promise<Said> {
    const said = await line.send(sending)
    if (line.isHardOfHearing) {
      oneByOneUntil = performance.now() + oneByOneFor
      for (const other of idle.splice(0)) other.close()
    }
    if (line.isOpen && line.sent < messagesPerLine) idle.push(line)
    else line.close()
    return said
  }

  async function overAnyLine(sending: Sending): Promise<SendOutcome> {
    const hasTime = () => sending.until - performance.now() >= shortestConversation
    const used = hasTime() ? usedLine() : null
    if (used) {
      const { outcome, begun } = await over(used, sending)
      // A server may close a line that was idle, and says so (421) when we speak next; not a byte of the message was sent.
      if (begun || used.isOpen || !hasTime() || !(await sending.mayBegin)) return outcome
    }
    const fresh = hasTime() ? await freshLine(sending.until - performance.now()) : null
    return fresh ? (await over(fresh, sending)).outcome : { outcome: 'unreachable' }
  }

  async function send(letter: SealedLetter, milliseconds: number, mayBegin = always): Promise<SendOutcome> {
    const until = performance.now() + milliseconds
    await turn()
    try {
      return await overAnyLine({ envelope: letter.envelope, data: letter.data, until, mayBegin })
    } finally {
      done()
    }
  }

  return { connections: settings.connections, send, close: () => idle.splice(0).forEach((line) => line.close()) }
}
