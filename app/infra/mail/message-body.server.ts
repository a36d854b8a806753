import { randomBytes } from 'node:crypto'
import { encode, wrap } from 'nodemailer/lib/qp'

/** Both parts of a letter, encoded once for all who get it. Between two pieces goes a reader's own token. */
export interface MessageBody {
  boundary: string
  pieces: readonly string[]
}

/** Stands for a token while the parts are put together: what is encoded (RFC 2045 §6.7) holds no such byte. */
const gap = '\0'
const softBreak = '=\r\n'

function encodePart(content: string, tokenHere: string | null): string {
  const lines = content.replace(/\r\n|\r|\n/g, '\r\n')
  const pieces = tokenHere === null ? [lines] : lines.split(tokenHere)
  // The token stands alone on its line, so that no length of it can break the encoding around it.
  return pieces.map((piece) => wrap(encode(piece))).join(`${softBreak}${gap}${softBreak}`)
}

/** Encodes text and HTML as `multipart/alternative`; every `tokenHere` in them is left open. */
export function encodeBody(
  { text, html }: { text: string; html: string },
  tokenHere: string | null = null,
): MessageBody {
  const boundary = `portevoix_${randomBytes(12).toString('hex')}`
  const part = (type: string, content: string) =>
    `--${boundary}\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${encodePart(content, tokenHere)}\r\n`
  return { boundary, pieces: `${part('plain', text)}${part('html', html)}--${boundary}--\r\n`.split(gap) }
}

/** The body as one reader gets it. */
export function fillBody({ pieces }: MessageBody, token: string): string {
  if (!/^[\w.~-]{0,72}$/.test(token)) throw new Error('a token needs no encoding: letters, digits and . _ ~ - only')
  return pieces.join(token)
}
