import sharp from 'sharp'

interface Packed {
  /** JPEG. */
  bytes: Uint8Array
  width: number
  height: number
}

/** From the best to the smallest that is still worth looking at. Letters in a picture stay sharp with whole colours (4:4:4). */
const ways = [
  { side: 1200, quality: 84, chromaSubsampling: '4:4:4' },
  { side: 1200, quality: 80, chromaSubsampling: '4:2:0' },
  { side: 1200, quality: 70, chromaSubsampling: '4:2:0' },
  { side: 1080, quality: 64, chromaSubsampling: '4:2:0' },
  { side: 900, quality: 60, chromaSubsampling: '4:2:0' },
  { side: 640, quality: 56, chromaSubsampling: '4:2:0' },
  { side: 480, quality: 40, chromaSubsampling: '4:2:0' },
] as const

/** What careful packing saves at most, of what quick packing gives in an eighth of the time: more than that is not tried. */
const mostSaved = 1.3

/**
 * Packs a picture of our own (PNG, opaque) as a JPEG of at most so many bytes: with less quality, then with fewer pixels. JPEG,
 * because every mail program shows it; without metadata. `null`: not even the smallest fits.
 */
export async function packForLetter(png: Uint8Array, mostBytes: number): Promise<Packed | null> {
  for (const { side, quality, chromaSubsampling } of ways) {
    const picture = sharp(png).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    const quick = await picture.clone().jpeg({ quality, chromaSubsampling, progressive: true }).toBuffer()
    if (quick.length > mostBytes * mostSaved) continue
    const careful = picture.jpeg({ quality, chromaSubsampling, mozjpeg: true })
    const { data, info } = await careful.toBuffer({ resolveWithObject: true })
    if (data.length <= mostBytes) return { bytes: data, width: info.width, height: info.height }
  }
  return null
}
