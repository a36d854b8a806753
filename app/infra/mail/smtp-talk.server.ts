import type { Socket } from 'node:net'
import { NotSmtp, ReplyReader, type Reply } from './smtp-replies.ts'

const millisecondsOfFarewell = 1000
/** Answers that wait to be asked for, at most. */
const mostWaiting = 16

/** Commands out, answers in, over one socket, until it ends or somebody says what cannot be said. */
export class SmtpTalk {
  readonly #socket: Socket
  readonly #reader = new ReplyReader()
  #replies: Reply[] = []
  #waiting: ((reply: Reply | null) => void) | null = null
  #over = false

  constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', this.#hear)
    for (const end of ['error', 'end', 'close'] as const) socket.on(end, this.#end)
  }

  /** The other side is there and has said nothing that nobody asked for. */
  get isOpen(): boolean {
    return !this.#over
  }

  /** Something was said that no command asked for yet: whatever comes next, it would be taken for another answer. */
  get isAhead(): boolean {
    return this.#replies.length > 0 || this.#reader.isInside
  }

  /** Writes one group of commands, or a message. */
  say(words: string | Buffer): void {
    if (!this.#over) this.#socket.write(words, 'latin1')
  }

  /** The next answer; `null` when there will be none. */
  hear(): Promise<Reply | null> {
    const ready = this.#replies.shift()
    if (ready) return Promise.resolve(ready)
    if (this.#over) return Promise.resolve(null)
    return new Promise((resolve) => (this.#waiting = resolve))
  }

  async ask(command: string): Promise<Reply | null> {
    this.say(`${command}\r\n`)
    return this.hear()
  }

  /** Lets the socket go, still open, to whoever takes it on. */
  leave(): Socket {
    this.#over = true
    this.#socket.off('data', this.#hear)
    return this.#socket
  }

  /** Says goodbye, and waits a moment for the other side to close. */
  part(): void {
    this.say('QUIT\r\n')
    this.#end()
    this.#socket.off('data', this.#hear)
    this.#socket.resume()
    this.#socket.end()
    setTimeout(() => this.#socket.destroy(), millisecondsOfFarewell).unref()
  }

  close(): void {
    this.#end()
    this.#socket.destroy()
  }

  readonly #hear = (chunk: Buffer): void => {
    try {
      for (const reply of this.#reader.take(chunk)) this.#answer(reply)
    } catch (error) {
      if (!(error instanceof NotSmtp)) throw error
      this.close()
    }
  }

  #answer(reply: Reply): void {
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting) waiting(reply)
    else this.#replies.push(reply)
    if (this.#replies.length > mostWaiting) this.close()
  }

  readonly #end = (): void => {
    this.#over = true
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.(null)
  }
}
