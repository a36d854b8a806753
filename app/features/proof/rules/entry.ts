/** What became of a signature, each with the letter that its leaf ends with. */
export const events = { confirm: 'C', withdraw: 'W', invalidate: 'I', restore: 'R' } as const
export type LogEvent = keyof typeof events
export const logEvents = ['confirm', 'withdraw', 'invalidate', 'restore'] as const satisfies readonly LogEvent[]

/** One entry of the log: nothing in it leads to a person without the nonce, which only they and we have. */
export interface Entry {
  /** SHA-256(nonce ‖ id of the signature), 32 bytes. */
  commitment: Uint8Array
  /** SHA-256 of the text that was signed, 32 bytes. */
  text: Uint8Array
  /** The day in Paris, `2026-01-31`. */
  day: string
  event: LogEvent
}

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** The values of the letters of hexadecimal, by their codes: thousands of ids are read in a moment. */
const digits = new Uint8Array(128)
for (let value = 0; value < 16; value += 1) digits[value.toString(16).charCodeAt(0)] = value

/** Of a UUID as it is written, in small letters. */
function idBytes(id: string): Uint8Array {
  const [bytes, dash] = [new Uint8Array(16), 45]
  let at = 0
  for (let place = 0; place < id.length; place += 1) {
    const code = id.charCodeAt(place)
    if (code === dash) continue
    bytes[at >> 1] = ((bytes[at >> 1] ?? 0) << 4) | (digits[code] ?? 0)
    at += 1
  }
  return bytes
}

function bytesOf(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** What a commitment is the SHA-256 of: the nonce (32 bytes) and the id of the signature (a UUID, 16 bytes). */
export const committedBytes = (nonce: Uint8Array, id: string): Uint8Array => bytesOf([nonce, idBytes(id)])

/** What a leaf is the SHA-256 of: 0x00, commitment, text, day (10 letters) and the letter of the event; 76 bytes. */
export const leafBytes = ({ commitment, text, day, event }: Entry): Uint8Array =>
  bytesOf([Uint8Array.of(0), commitment, text, ascii(day), ascii(events[event])])
