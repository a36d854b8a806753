import { createServer, type Socket } from 'node:net'
import { z } from 'zod'

/** A mail server in a process of its own that takes everything, counts it, and can say who got what. */

/** What arrived for one address: a copy each, by its Message-ID. */
const received = new Map<string, string | string[]>()
let accepted = 0
let inside = 0
let captured: { most: number; messages: string[] } | null = null
let keepsIds = true
/** Milliseconds between a letter's last dot and its answer: so long it is on its way. */
let delay = 0

const question = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('count') }),
  z.object({ ask: z.literal('capture'), most: z.number() }),
  z.object({ ask: z.literal('captured') }),
  z.object({ ask: z.literal('receivers') }),
  z.object({ ask: z.literal('remember'), ids: z.boolean() }),
  z.object({ ask: z.literal('delay'), milliseconds: z.number() }),
])

const endOfMessage = Buffer.from('\r\n.\r\n')
const idHeader = '\r\nMessage-ID: '

function note(receiver: string, message: Buffer): void {
  accepted += 1
  if (!keepsIds) return
  const at = message.indexOf(idHeader, 0, 'latin1')
  const id = at === -1 ? '' : message.toString('latin1', at + idHeader.length, message.indexOf('\r', at + 2))
  const known = received.get(receiver)
  if (known === undefined) received.set(receiver, id)
  else received.set(receiver, typeof known === 'string' ? [known, id] : [...known, id])
}

class Conversation {
  readonly #socket: Socket
  #rest: Buffer = Buffer.alloc(0)
  #inMessage = false
  #receiver = ''
  #said = ''

  constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('error', () => {})
    socket.on('close', () => (inside -= 1))
    socket.on('data', (chunk: Buffer) => this.#hear(chunk))
    inside += 1
    socket.write('220 sink.example.org ESMTP\r\n')
  }

  #hear(chunk: Buffer): void {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    while (this.#inMessage ? this.#takeMessage() : this.#takeCommand());
    if (this.#said) this.#socket.write(this.#said, 'latin1')
    this.#said = ''
  }

  #takeMessage(): boolean {
    const end = this.#rest.indexOf(endOfMessage)
    if (end === -1) return false
    const message = this.#rest.subarray(0, end + 2)
    note(this.#receiver, message)
    if (captured && captured.messages.length < captured.most) captured.messages.push(message.toString('latin1'))
    this.#rest = this.#rest.subarray(end + endOfMessage.length)
    this.#inMessage = false
    if (delay > 0) setTimeout(() => this.#socket.write('250 2.0.0 taken\r\n'), delay)
    else this.#said += '250 2.0.0 taken\r\n'
    return true
  }

  #takeCommand(): boolean {
    const end = this.#rest.indexOf('\r\n')
    if (end === -1) return false
    const line = this.#rest.toString('latin1', 0, end)
    this.#rest = this.#rest.subarray(end + 2)
    this.#said += this.#answer(line)
    return true
  }

  #answer(line: string): string {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') return '250-sink.example.org\r\n250-PIPELINING\r\n250-SIZE 10485760\r\n250 8BITMIME\r\n'
    if (verb === 'RCPT') this.#receiver = line.slice(line.indexOf('<') + 1, line.indexOf('>'))
    if (verb === 'DATA') this.#inMessage = true
    if (verb === 'DATA') return '354 go on\r\n'
    if (verb === 'QUIT') this.#socket.end('221 bye\r\n')
    return verb === 'QUIT' ? '' : '250 2.0.0 ok\r\n'
  }
}

function answer(asked: z.infer<typeof question>): unknown {
  switch (asked.ask) {
    case 'count':
      return { accepted, inside }
    case 'capture':
      captured = { most: asked.most, messages: [] }
      return {}
    case 'captured':
      return { messages: captured?.messages ?? [] }
    case 'receivers':
      return { receivers: [...received] }
    case 'delay':
      delay = asked.milliseconds
      return {}
    case 'remember':
      keepsIds = asked.ids
      return {}
  }
}

const server = createServer((socket) => void new Conversation(socket))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('message', (message) => void process.send?.(answer(question.parse(message))))
process.on('disconnect', () => process.exit(0))
