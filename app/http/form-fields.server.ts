/** What a form sent: every value of every field, in order. */
export type FormFields = ReadonlyMap<string, readonly string[]>

/** The bytes are not a form we accept: broken UTF-8, NUL, broken escapes, too many fields. The request is refused with 400. */
export class BadForm extends Error {
  override name = 'BadForm'
}

const most = 200
const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(part: Buffer): string {
  const bytes = Buffer.alloc(part.length)
  let length = 0
  for (let at = 0; at < part.length; at += 1) {
    const byte = part[at] ?? 0
    if (byte === 0x25) {
      const hex = part.toString('latin1', at + 1, at + 3)
      if (!/^[0-9a-f]{2}$/i.test(hex)) throw new BadForm('broken escape')
      bytes[length] = Number.parseInt(hex, 16)
      at += 2
    } else bytes[length] = byte === 0x2b ? 0x20 : byte
    if (bytes[length] === 0) throw new BadForm('NUL')
    length += 1
  }
  try {
    return utf8.decode(bytes.subarray(0, length))
  } catch {
    throw new BadForm('not UTF-8')
  }
}

/**
 * Reads `application/x-www-form-urlencoded` (WHATWG URL §5.1), strictly: URLSearchParams would turn broken UTF-8 into
 * replacement characters, and a name that was typed would be lost without a word. @throws BadForm
 */
export function readFormFields(body: Buffer): FormFields {
  const fields = new Map<string, string[]>()
  let count = 0
  for (let start = 0; start < body.length;) {
    const ampersand = body.indexOf(0x26, start)
    const end = ampersand === -1 ? body.length : ampersand
    if (end > start) {
      if ((count += 1) > most) throw new BadForm('too many fields')
      const equals = body.subarray(start, end).indexOf(0x3d)
      const name = decode(body.subarray(start, equals === -1 ? end : start + equals))
      const value = equals === -1 ? '' : decode(body.subarray(start + equals + 1, end))
      const known = fields.get(name)
      if (known) known.push(value)
      else fields.set(name, [value])
    }
    start = end + 1
  }
  return fields
}
