const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 of ISO 3309, as ZIP keeps it. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

/** Numbers of two or four bytes, low byte first; a header is a list of them. */
const record = (...numbers: readonly (readonly [bytes: 2 | 4, value: number])[]): number[] =>
  numbers.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 0xff))

export interface ZipFile {
  name: string
  text: string
}

/**
 * An archive (PKWARE APPNOTE 6.3.10) of texts in UTF-8, stored as they are, in this order and without a date (1 January 1980, the first day
 * that a ZIP knows): it says nothing about when or where it was made.
 */
export function zip(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const parts: (number[] | Uint8Array)[] = []
  const directory: (number[] | Uint8Array)[] = []
  let offset = 0
  for (const file of files) {
    const [name, content] = [encoder.encode(file.name), encoder.encode(file.text)]
    const crc = crc32(content)
    // Version 2.0, names in UTF-8, stored, no time, the first day, then sum and sizes.
    const common = record(
      [2, 20],
      [2, 0x0800],
      [2, 0],
      [2, 0],
      [2, 0x21],
      [4, crc],
      [4, content.length],
      [4, content.length],
    )
    const sizes = record([2, name.length], [2, 0])
    parts.push(record([4, 0x04034b50]), common, sizes, name, content)
    directory.push(record([4, 0x02014b50], [2, 20]), common, sizes)
    directory.push(record([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name)
    offset += 30 + name.length + content.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const end = record(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, length],
    [4, offset],
    [2, 0],
  )
  const whole = new Uint8Array(offset + length + end.length)
  let at = 0
  for (const part of [...parts, ...directory, end]) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
