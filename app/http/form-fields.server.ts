import { isUtf8 } from 'node:buffer'

/** What a form sent: every value of every field, in order. */
export type FormFields = ReadonlyMap<string, readonly string[]>

/** The bytes are not a form we accept: broken UTF-8, NUL, broken escapes, too many fields. The request is refused with 400. */
export class BadForm extends Error {
  override name = 'BadForm'
}

const most = 200
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

/** Where the parts of a field lie in the decoded bytes; without an equals sign the value is empty. */
interface Bounds {
  start: number
  equals: number
  end: number
}

/** Undoes the escapes of all fields at once, with the signs between them, so that what is broken cannot mend itself across two. */
function decode(body: Buffer): { bounds: Bounds[]; length: number } {
  const bounds: Bounds[] = []
  let field: Bounds = { start: 0, equals: -1, end: 0 }
  let length = 0
  for (let at = 0; at < body.length; at += 1) {
    let byte = body[at] ?? 0
    if (byte === ampersand) {
      bounds.push({ ...field, end: length })
      field = { start: length + 1, equals: -1, end: 0 }
    } else if (byte === equals && field.equals === -1) field.equals = length
    else if (byte === plus) byte = space
    else if (byte === percent) {
      byte = unescaped(body, at)
      at += 2
    }
    if (byte === nul) throw new BadForm('NUL')
    scratch[length] = byte
    length += 1
  }
  bounds.push({ ...field, end: length })
  return { bounds, length }
}

/**
 * Reads `application/x-www-form-urlencoded` (WHATWG URL §5.1), strictly: URLSearchParams would turn broken UTF-8 into
 * replacement characters, and a name that was typed would be lost without a word. @throws BadForm
 */
export function readFormFields(body: Buffer): FormFields {
  if (body.length > scratch.length) scratch = Buffer.allocUnsafe(body.length)
  const { bounds, length } = decode(body)
  if (!isUtf8(scratch.subarray(0, length))) throw new BadForm('not UTF-8')
  const fields = new Map<string, string[]>()
  let count = 0
  for (const { start, equals: middle, end } of bounds) {
    if (end === start) continue
    if ((count += 1) > most) throw new BadForm('too many fields')
    const name = scratch.toString('utf8', start, middle === -1 ? end : middle)
    const value = middle === -1 ? '' : scratch.toString('utf8', middle + 1, end)
    const known = fields.get(name)
    if (known) known.push(value)
    else fields.set(name, [value])
  }
  return fields
}
