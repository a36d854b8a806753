/** One answer of a mail server (RFC 5321 §4.2): its code and its lines without it. */
export interface Reply {
  code: number
  /** At least one, however long the answer was. */
  lines: readonly [string, ...string[]]
}

/** The other side does not speak SMTP, or speaks without end. Nothing more is believed of it. */
export class NotSmtp extends Error {
  override name = 'NotSmtp'
}

/** RFC 5321 §4.5.3.1.5 allows 512 bytes; some servers explain themselves at length. */
const longestLine = 4096
const mostLines = 200
/** Answers that nobody asked for yet. More of them than a group of commands can have is no conversation. */
const mostAhead = 16

const lineOf = /^([2-5]\d\d)(?:([ -])(.*))?$/s

/**
 * Cuts what a server sends into answers. Holds one line and one answer at most, whatever is sent and however slowly.
 * Bytes beyond ASCII are kept as they are; they are read by nobody.
 */
export class ReplyReader {
  #rest = ''
  #code = 0
  #lines: string[] = []

  /** Whether part of an answer has come. */
  get isInside(): boolean {
    return this.#rest.length > 0 || this.#lines.length > 0
  }

  /** @throws NotSmtp */
  take(chunk: Buffer): Reply[] {
    const text = this.#rest + chunk.toString('latin1')
    const lines = text.split('\n')
    this.#rest = lines.pop() ?? ''
    if (this.#rest.length > longestLine) throw new NotSmtp('a line without an end')
    const replies: Reply[] = []
    for (const line of lines) {
      const reply = this.#takeLine(line.endsWith('\r') ? line.slice(0, -1) : line)
      if (reply && replies.push(reply) > mostAhead) throw new NotSmtp('answers to nothing')
    }
    return replies
  }

  #takeLine(line: string): Reply | null {
    if (line.length > longestLine) throw new NotSmtp('a line too long')
    const [, digits, between, text = ''] = lineOf.exec(line) ?? []
    if (digits === undefined) throw new NotSmtp('a line without a code')
    const code = Number(digits)
    if (this.#lines.length > 0 && code !== this.#code) throw new NotSmtp('an answer with two codes')
    this.#code = code
    if (this.#lines.push(text) > mostLines) throw new NotSmtp('an answer without an end')
    if (between === '-') return null
    const [first = '', ...others] = this.#lines
    this.#lines = []
    return { code, lines: [first, ...others] }
  }
}
