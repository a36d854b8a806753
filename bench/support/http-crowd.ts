import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { Stopwatch, type Slice } from './slice.ts'

export interface Load {
  seconds: number
  /** The bytes of the next request; `null` when there is nothing left to send. */
  next(): string | null
  /** Every answer must have this status. */
  status: number
  /** Bytes of every body; not checked when left out. */
  bodyBytes?: number
}

export interface Answer {
  status: number
  bodyBytes: number
}

/** One connection, kept alive, one request at a time: about what a browser does, at a fraction of an HTTP library's cost. */
export class Line {
  readonly #socket: Socket
  #held: Buffer | null = null
  #missing = 0
  #answer: Answer = { status: 0, bodyBytes: 0 }
  #hear: (answer: Answer) => void = () => {}
  #fail: (error: Error) => void = () => {}

  constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#read(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('the server closed a connection')))
  }

  listen(hear: (answer: Answer) => void, fail: (error: Error) => void): void {
    this.#hear = hear
    this.#fail = fail
  }

  ask(request: string): void {
    this.#socket.write(request, 'latin1') // all of a request is ASCII
  }

  hangUp(): void {
    this.#fail = () => {}
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    if (this.#missing > 0) this.#missing -= chunk.length
    else if (!this.#readHead(this.#held ? Buffer.concat([this.#held, chunk]) : chunk)) return
    if (this.#missing < 0) this.#fail(new Error('more bytes than were announced'))
    if (this.#missing === 0) this.#hear(this.#answer)
  }

  #readHead(bytes: Buffer): boolean {
    const end = bytes.indexOf('\r\n\r\n')
    this.#held = end === -1 ? bytes : null
    if (end === -1) return false
    const head = bytes.toString('latin1', 0, end)
    const status = Number(head.slice(9, 12))
    const bodyBytes = status === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1])
    if (Number.isNaN(bodyBytes)) this.#fail(new Error(`an answer of unknown length: ${head.split('\r\n', 1)[0]}`))
    this.#answer = { status, bodyBytes }
    this.#missing = end + 4 + bodyBytes - bytes.length
    return true
  }
}

export interface HttpCrowd {
  run: (load: Load) => Promise<Slice>
}

async function openLines(port: number, connections: number): Promise<Line[]> {
  const lines: Line[] = []
  for (let opened = 0; opened < connections; opened += 1) {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    lines.push(new Line(socket))
  }
  return lines
}

const work = (lines: readonly Line[], load: Load) =>
  new Promise<Slice>((resolve, reject) => {
    const watch = new Stopwatch(load.seconds)
    let busy = lines.length
    let ranOut = false
    for (const line of lines) {
      let sentAt = 0
      const ask = (now: number) => {
        const request = watch.isOver(now) ? null : load.next()
        if (request !== null) {
          sentAt = now
          return line.ask(request)
        }
        ranOut ||= !watch.isOver(now)
        busy -= 1
        if (busy === 0) resolve(watch.stop({ ranOut }))
      }
      line.listen(({ status, bodyBytes }) => {
        const now = performance.now()
        if (status !== load.status) return reject(new Error(`answered ${status} instead of ${load.status}`))
        if (load.bodyBytes !== undefined && bodyBytes !== load.bodyBytes)
          return reject(new Error(`a body of ${bodyBytes} bytes instead of ${load.bodyBytes}`))
        watch.record(sentAt, now)
        ask(now)
      }, reject)
      ask(performance.now())
    }
  })

/**
 * So many visitors of a port of this machine. Their connections are opened before the time of a slice begins and closed
 * after it: a server ends those that were idle while the other side was measured.
 */
export function httpCrowd(port: number, connections: number): HttpCrowd {
  return {
    async run(load) {
      const lines = await openLines(port, connections)
      try {
        return await work(lines, load)
      } finally {
        for (const line of lines) line.hangUp()
      }
    },
  }
}
