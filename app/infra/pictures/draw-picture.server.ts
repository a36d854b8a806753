import sharp, { type Sharp } from 'sharp'
import { singleton } from '#app/infra/singleton.ts'
import { hasTooManyScans, kindOf } from './kinds.ts'

/** Made by us from pixels: nothing of the file that was sent is left but its picture. */
export interface Drawn {
  /** WebP. */
  bytes: Uint8Array<ArrayBuffer>
  width: number
  height: number
}

export type DrawingOutcome = { outcome: 'drawn'; drawn: Drawn } | { outcome: 'broken' } | { outcome: 'too-many-pixels' }

export interface Drawing {
  /** Of the picture that was sent, before it is unfolded. */
  mostPixels: number
  /** What it has to fit in; a smaller one stays as it is. */
  box: { width: number; height: number }
  seconds: number
  /** The last step: what is transparent, and how it is packed. */
  finish: (picture: Sharp) => Sharp
}

/** Three readers and no other: SVG, PDF and what else the library knows stay closed, whatever a file pretends to be. */
const reader = () =>
  singleton('picture-reader', () => {
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
    })
    return sharp
  })

async function decode(bytes: Uint8Array, { mostPixels, box, seconds, finish }: Drawing): Promise<DrawingOutcome> {
  const open = reader()
  const options = { limitInputPixels: mostPixels, failOn: 'error', pages: 1 } as const
  const { width, height } = await open(bytes, { ...options, limitInputPixels: false }).metadata()
  if (width * height > mostPixels) return { outcome: 'too-many-pixels' }
  const picture = open(bytes, options)
    .timeout({ seconds })
    .autoOrient()
    .resize({ ...box, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const { data, info } = await finish(picture).toBuffer({ resolveWithObject: true })
  return { outcome: 'drawn', drawn: { bytes: Uint8Array.from(data), width: info.width, height: info.height } }
}

/**
 * Decodes a PNG, JPEG or WebP and draws it anew. A file that is none, or is broken, or unfolds to too much or too slowly, is an
 * outcome and never an error.
 */
export async function drawPicture(bytes: Uint8Array, drawing: Drawing): Promise<DrawingOutcome> {
  const kind = kindOf(bytes)
  if (kind === null || kind === 'pdf') return { outcome: 'broken' }
  if (kind === 'jpeg' && hasTooManyScans(bytes)) return { outcome: 'broken' }
  return decode(bytes, drawing).catch((): DrawingOutcome => ({ outcome: 'broken' }))
}
