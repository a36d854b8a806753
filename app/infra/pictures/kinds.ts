export type PictureKind = 'png' | 'jpeg' | 'webp'
export type FileKind = PictureKind | 'pdf'

/** A progressive JPEG has about ten. Each is a walk over every pixel: thousands are ten seconds that no time limit ends. */
const mostScans = 100

const begins = (bytes: Buffer, with_: readonly number[]) => bytes.subarray(0, with_.length).equals(Buffer.from(with_))
const says = (bytes: Buffer, at: number, word: string) => bytes.toString('latin1', at, at + word.length) === word

/**
 * What a file is by its first bytes. What a sender says of it is not asked. A file that is two things at once is what it begins
 * with: it is drawn as that, and the rest of it is nowhere in the drawing.
 */
export function kindOf(file: Uint8Array): FileKind | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) return 'webp'
  return says(bytes, 0, '%PDF-') ? 'pdf' : null
}

/**
 * Whether a JPEG begins more scans than a picture needs. The two bytes of that marker always stand together, so that none is
 * missed; the few that metadata may hold by chance (sixteen in a megabyte) count too.
 */
export function hasTooManyScans(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const start = Buffer.from([0xff, 0xda])
  let at = -start.length
  for (let scans = 0; scans <= mostScans; scans += 1) {
    at = bytes.indexOf(start, at + start.length)
    if (at < 0) return false
  }
  return true
}
