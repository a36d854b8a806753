import { randomFillSync } from 'node:crypto'

const atOnce = 8192
const store = Buffer.allocUnsafeSlow(atOnce)
let used = atOnce

/**
 * Writes fresh random bytes into a buffer. Fetched for many at a time: a call to the system for twelve bytes costs more than
 * sealing with them. What was handed out is overwritten here, so that a nonce or an id exists once.
 */
export function chance(into: Buffer, { at, length }: { at: number; length: number }): void {
  if (used + length > atOnce) {
    randomFillSync(store)
    used = 0
  }
  store.copy(into, at, used, used + length)
  store.fill(0, used, used + length)
  used += length
}

const id = Buffer.allocUnsafeSlow(16)

/**
 * A UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, 74 of chance; 32 hexadecimal digits without hyphens, which
 * PostgreSQL reads as well. Ids of one time lie together in every index.
 */
export function timeId(now: Date): string {
  const milliseconds = now.getTime()
  id.writeUInt16BE(Math.floor(milliseconds / 2 ** 32), 0)
  id.writeUInt32BE(milliseconds % 2 ** 32, 2)
  chance(id, { at: 6, length: 10 })
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x70
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80
  return id.toString('hex')
}
