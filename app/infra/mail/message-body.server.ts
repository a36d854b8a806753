import { randomBytes } from 'node:crypto'
import { encode, wrap } from 'nodemailer/lib/qp'

/** Both parts of a letter, encoded once for all who get it. Between two pieces goes something of the reader's own. */
export interface MessageBody {
  boundary: string
  pieces: readonly Buffer[]
  /** Which of the reader's own goes after each piece but the last: tokens, then from `tokens` on words. */
  gaps: readonly number[]
  tokens: number
  /** The first piece after which HTML goes. */
  html: number
}

/** Stands for a gap while the parts are put together: what is encoded (RFC 2045 §6.7) holds no such byte. */
const mark = '\0'
const softBreak = '=\r\n'

/** Three less than RFC 2045 §6.7 allows: a dot that begins a line takes two more. */
const longestLine = 73

/**
 * Encoded so that it is its own canonical form (RFC 6376 §3.4.4) and no line begins with a dot: what is sent is what is signed,
 * and no server has to double or undouble anything.
 */
const encoded = (text: string): string =>
  wrap(
    encode(text)
      .replaceAll('\t', '=09')
      .replace(/ (?= )/g, '=20'),
    longestLine,
  ).replace(/^\./gm, '=2E')

/** Encodes a part and leaves it open where one of `here` stood; each stands alone on its line, so that no length of it can break the encoding around it. */
function encodePart(content: string, here: readonly string[]): { encoded: string; gaps: number[] } {
  const lines = content.replace(/\r\n|\r|\n/g, '\r\n')
  if (here.length === 0) return { encoded: encoded(lines), gaps: [] }
  // Placeholders are letters, digits and underscores; captured, so that every second piece is one.
  const pieces = lines.split(new RegExp(`(${here.join('|')})`))
  return {
    encoded: pieces
      .filter((_, at) => at % 2 === 0)
      .map(encoded)
      .join(`${softBreak}${mark}${softBreak}`),
    gaps: pieces.filter((_, at) => at % 2 === 1).map((placeholder) => here.indexOf(placeholder)),
  }
}

/** Something that the HTML shows by its name (RFC 2392), the same for everyone. */
interface Enclosed {
  contentId: string
  mediaType: string
  bytes: Uint8Array
}

const aBoundary = (name: string) => `${name}_${randomBytes(12).toString('hex')}`

const base64Lines = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n')

/** The HTML part with what it shows behind it (RFC 2387). In the alternative, so that whoever reads the text gets no files with it. */
function withEnclosed(html: string, enclosed: readonly Enclosed[]): string {
  if (enclosed.length === 0) return html
  const boundary = aBoundary('enclosed')
  const parts = enclosed.map(
    ({ contentId, mediaType, bytes }, at) =>
      `--${boundary}\r\nContent-Type: ${mediaType}\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <${contentId}>\r\n` +
      `Content-Disposition: inline; filename="${at + 1}.${mediaType.replace(/^.*\//, '')}"\r\n\r\n${base64Lines(bytes)}\r\n`,
  )
  return `Content-Type: multipart/related; type="text/html";\r\n boundary="${boundary}"\r\n\r\n--${boundary}\r\n${html}${parts.join('')}--${boundary}--\r\n`
}

/**
 * Encodes text and HTML as `multipart/alternative`, and with them what the HTML shows. Every placeholder in them is left open: those
 * of `here` for tokens, those of `words` for what anybody may have chosen, as a name.
 */
export function encodeBody(
  { text, html, pictures = [] }: { text: string; html: string; pictures?: readonly Enclosed[] },
  here: readonly string[] = [],
  words: readonly string[] = [],
): MessageBody {
  const all = [...here, ...words]
  const boundary = aBoundary('portevoix')
  const plain = encodePart(text, all)
  const marked = encodePart(html, all)
  const part = (type: string, encoded: string) =>
    `Content-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${encoded}\r\n`
  const edge = `--${boundary}`
  const shown = withEnclosed(part('html', marked.encoded), pictures)
  return {
    boundary,
    pieces: `${edge}\r\n${part('plain', plain.encoded)}${edge}\r\n${shown}${edge}--\r\n`
      .split(mark)
      .map((piece) => Buffer.from(piece, 'latin1')),
    gaps: [...plain.gaps, ...marked.gaps],
    tokens: here.length,
    html: plain.gaps.length,
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const asHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

const needsNoEncoding = /^(?!\.)[\w.~-]{0,72}$/

/** What is the reader's own, in the order of the placeholders: tokens, and words of one line, which are encoded for their part. */
interface Own {
  tokens: readonly string[]
  words: readonly string[]
}

/** The body as one reader gets it. Bytes are left free before and behind it, for what else goes into the message. */
export function fillBody(body: MessageBody, own: Own, free: { before: number; behind: number }) {
  if (!own.tokens.every((token) => needsNoEncoding.test(token)))
    throw new Error('a token needs no encoding: letters, digits and . _ ~ - only')
  const fill = body.gaps.map((gap, at) => {
    if (gap < body.tokens) return own.tokens[gap] ?? ''
    const typed = own.words[gap - body.tokens] ?? ''
    return encoded(at < body.html ? typed : asHtml(typed))
  })
  const ofOthers = fill.reduce((sum, { length }) => sum + length, free.before + free.behind)
  const bytes = Buffer.allocUnsafe(body.pieces.reduce((sum, { length }) => sum + length, ofOthers))
  let at = free.before
  for (const [n, piece] of body.pieces.entries()) {
    at += piece.copy(bytes, at)
    at += bytes.write(fill[n] ?? '', at, 'latin1')
  }
  return { bytes, body: bytes.subarray(free.before, at) }
}
