import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { singleton } from '#app/infra/singleton.ts'

/** As it will be served: made by us from pixels, so that nothing of the file that was sent is left but its picture. */
export interface Logo {
  bytes: Uint8Array<ArrayBuffer>
  /** SHA-256, in hexadecimal: its address. */
  hash: string
  width: number
  height: number
}

export type LogoOutcome =
  | { outcome: 'made'; logo: Logo }
  | { outcome: 'too-large' }
  | { outcome: 'not-an-image' }
  | { outcome: 'too-many-pixels' }

export const mostLogoBytes = 2 ** 20
/** 4096 × 4096: more than any logo needs, and 64 MiB once unfolded. */
const mostPixels = 4096 ** 2
/** A progressive JPEG has about ten. Each is a walk over every pixel: thousands are ten seconds that no time limit ends. */
const mostScans = 100
const box = { width: 480, height: 240 }

const isJpeg = (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))

/** PNG, JPEG, WebP by their first bytes. What a sender says of a file is not asked. */
const kinds: ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  isJpeg,
  (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
]

/**
 * Whether a JPEG begins more scans than a picture needs. The two bytes of that marker always stand together, so that none is
 * missed; the few that metadata may hold by chance (sixteen in a megabyte) count too.
 */
function hasTooManyScans(bytes: Buffer): boolean {
  const start = Buffer.from([0xff, 0xda])
  let at = -start.length
  for (let scans = 0; scans <= mostScans; scans += 1) {
    at = bytes.indexOf(start, at + start.length)
    if (at < 0) return false
  }
  return true
}

/** Three readers and no other: SVG, PDF and what else the library knows stay closed, whatever a file pretends to be. */
const reader = () =>
  singleton('logo-reader', () => {
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
    })
    return sharp
  })

const options = { limitInputPixels: mostPixels, failOn: 'error', pages: 1 } as const

async function decode(bytes: Buffer): Promise<LogoOutcome> {
  const open = reader()
  const { width, height } = await open(bytes, { ...options, limitInputPixels: false }).metadata()
  if (width * height > mostPixels) return { outcome: 'too-many-pixels' }
  const { data, info } = await open(bytes, options)
    .timeout({ seconds: 5 })
    .autoOrient()
    .resize({ ...box, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 90, alphaQuality: 100, effort: 4 })
    .toBuffer({ resolveWithObject: true })
  const hash = createHash('sha256').update(data).digest('hex')
  return { outcome: 'made', logo: { bytes: Uint8Array.from(data), hash, width: info.width, height: info.height } }
}

/** One at a time in a process: what unfolds to 64 MiB must not do so for everyone at once. */
const line = () => singleton<{ last: Promise<unknown> }>('logo-line', () => ({ last: Promise.resolve() }))

/**
 * Makes a logo of what somebody sent: at most 480 × 240 pixels of WebP, without a trace of its metadata. A file that is no PNG,
 * JPEG or WebP, or is broken, or unfolds to too much or too slowly, is an outcome and never an error.
 */
export async function makeLogo(sent: Uint8Array): Promise<LogoOutcome> {
  if (sent.length > mostLogoBytes) return { outcome: 'too-large' }
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength)
  if (!kinds.some((is) => is(bytes))) return { outcome: 'not-an-image' }
  if (isJpeg(bytes) && hasTooManyScans(bytes)) return { outcome: 'not-an-image' }
  const queue = line()
  const made = queue.last.then(() => decode(bytes)).catch((): LogoOutcome => ({ outcome: 'not-an-image' }))
  queue.last = made
  return made
}
