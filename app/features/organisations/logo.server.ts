import { createHash } from 'node:crypto'
import { drawPicture, type Drawing } from '#app/infra/pictures/draw-picture.server.ts'
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

const drawing: Drawing = {
  /** 4096 × 4096: more than any logo needs, and 64 MiB once unfolded. */
  mostPixels: 4096 ** 2,
  box: { width: 480, height: 240 },
  seconds: 5,
  finish: (picture) => picture.webp({ quality: 90, alphaQuality: 100, effort: 4 }),
}

async function make(sent: Uint8Array): Promise<LogoOutcome> {
  const drawn = await drawPicture(sent, drawing)
  if (drawn.outcome === 'broken') return { outcome: 'not-an-image' }
  if (drawn.outcome === 'too-many-pixels') return drawn
  const hash = createHash('sha256').update(drawn.drawn.bytes).digest('hex')
  return { outcome: 'made', logo: { ...drawn.drawn, hash } }
}

/** One at a time in a process: what unfolds to 64 MiB must not do so for everyone at once. */
const line = () => singleton<{ last: Promise<unknown> }>('logo-line', () => ({ last: Promise.resolve() }))

/**
 * Makes a logo of what somebody sent: at most 480 × 240 pixels of WebP, without a trace of its metadata. A file that is no PNG,
 * JPEG or WebP, or is broken, or unfolds to too much or too slowly, is an outcome and never an error.
 */
export async function makeLogo(sent: Uint8Array): Promise<LogoOutcome> {
  if (sent.length > mostLogoBytes) return { outcome: 'too-large' }
  const queue = line()
  const made = queue.last.then(() => make(sent))
  queue.last = made.catch(() => {})
  return made
}
