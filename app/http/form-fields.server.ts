import { isUtf8 } from 'node:buffer'

/** What a form sent: every value of every field, in order. */
export type FormFields = ReadonlyMap<string, readonly string[]>

/** The bytes are not a form we accept: broken UTF-8, NUL, broken escapes, too many fields. The request is refused with 400. */
export class BadForm extends Error {
  override name = 'BadForm'
}

/** How many fields a form may have; sent again, it has two more, of the page that gave it back. */
export const mostFields = { once: 200, again: 202 } as const
const [nul, percent, ampersand, plus, space, equals] = [0x00, 0x25, 0x26, 0x2b, 0x20, 0x3d]

/** The value of a hexadecimal digit; 255 for any other byte. */
const digit = new Uint8Array(256).fill(255)
for (const [value, sign] of Array.from('0123456789abcdef').entries())
  for (const spelling of [sign, sign.toUpperCase()]) digit[spelling.charCodeAt(0)] = value

function unescaped(body: Buffer, at: number): number {
  const high = digit[body[at + 1] ?? 0] ?? 255
  const low = digit[body[at + 2] ?? 0] ?? 255
  if (high === 255 || low === 255) throw new BadForm('broken escape')
  return (high << 4) | low
}

/** One place to decode into: nothing waits in the middle of a form. */
let scratch = Buffer.allocUnsafe(64 * 1024)

/** Where the fields lie in the decoded bytes, three numbers each: start, equals sign (-1: none), end. */
const bounds = new Int32Array(3 * mostFields.again)

/**
 * Undoes the escapes of all fields at once, with the signs between them, so that what is broken cannot mend itself across two.
 * Fields without a byte are none. @returns how many fields, and the length of all
 */
function decode(body: Buffer, most: number): { count: number; length: number } {
  let count = 0
  let start = 0
  let middle = -1
  let length = 0
  const close = () => {
    if (length > start) {
      if (count === most) throw new BadForm('too many fields')
      bounds[3 * count] = start
      bounds[3 * count + 1] = middle
      bounds[3 * count + 2] = length
      count += 1
    }
    middle = -1
  }
  for (let at = 0; at < body.length; at += 1) {
    let byte = body[at] ?? 0
    if (byte === ampersand) {
      close()
      start = length + 1
    } else if (byte === equals && middle === -1) middle = length
    else if (byte === plus) byte = space
    else if (byte === percent) {
      byte = unescaped(body, at)
      at += 2
    }
    if (byte === nul) throw new BadForm('NUL')
    scratch[length] = byte
    length += 1
  }
  close()
  return { count, length }
}

/**
 * Reads `application/x-www-form-urlencoded` (WHATWG URL §5.1), strictly: URLSearchParams would turn broken UTF-8 into
 * replacement characters, and a name that was typed would be lost without a word. @throws BadForm
 */
export function readFormFields(body: Buffer, most: number = mostFields.once): FormFields {
  if (body.length > scratch.length) scratch = Buffer.allocUnsafe(body.length)
  const { count, length } = decode(body, most)
  if (!isUtf8(scratch.subarray(0, length))) throw new BadForm('not UTF-8')
  const fields = new Map<string, string[]>()
  for (let field = 0; field < 3 * count; field += 3) {
    const [start = 0, middle = -1, end = 0] = [bounds[field], bounds[field + 1], bounds[field + 2]]
    const name = scratch.toString('utf8', start, middle === -1 ? end : middle)
    const value = middle === -1 ? '' : scratch.toString('utf8', middle + 1, end)
    const known = fields.get(name)
    if (known) known.push(value)
    else fields.set(name, [value])
  }
  return fields
}
