import { randomBytes } from 'node:crypto'
import * as hostile from './hostile-images.ts'
import { onePage } from './pdf-parts.ts'

type Make = () => Buffer | Promise<Buffer>

const behind =
  (tail: Buffer | string): Make =>
  async () =>
    Buffer.concat([await hostile.picture().png().toBuffer(), Buffer.from(tail)])
const cut =
  (format: hostile.Format): Make =>
  async () => {
    const whole = await hostile.noise(300, 200).toFormat(format).toBuffer()
    return whole.subarray(0, whole.length / 2)
  }
/** What was sent, and what it has to become. */
export const hostilePictures: Record<string, [Make, string]> = {
  'a JPEG with GPS': [() => hostile.withExif('jpeg'), 'cleaned'],
  'a PNG with GPS': [() => hostile.withExif('png'), 'cleaned'],
  'a WebP with GPS': [() => hostile.withExif('webp'), 'cleaned'],
  'a JPEG with XMP': [() => hostile.withXmp('jpeg'), 'cleaned'],
  'a PNG with XMP': [() => hostile.withXmp('png'), 'cleaned'],
  'a WebP with XMP': [() => hostile.withXmp('webp'), 'cleaned'],
  'a JPEG with IPTC': [hostile.jpegIptc, 'cleaned'],
  'a JPEG with a comment': [hostile.jpegComment, 'cleaned'],
  'a JPEG with a thumbnail': [hostile.jpegThumbnail, 'cleaned'],
  'a JPEG with a colour profile': [() => hostile.withIcc('jpeg'), 'cleaned'],
  'a PNG with a colour profile': [() => hostile.withIcc('png'), 'cleaned'],
  'a WebP with a colour profile': [() => hostile.withIcc('webp'), 'cleaned'],
  'a JPEG with a profile named after somebody': [hostile.jpegNamedProfile, 'cleaned'],
  'a JPEG with a second picture behind it': [hostile.jpegBehindJpeg, 'cleaned'],
  'a PNG with text': [hostile.pngText, 'cleaned'],
  'a PNG with packed text': [hostile.pngPackedText, 'cleaned'],
  'a PNG with text of the world': [hostile.pngWorldText, 'cleaned'],
  'a PNG with a time': [hostile.pngTime, 'cleaned'],
  'a PNG with a chunk of nobody': [hostile.pngUnknownChunk, 'cleaned'],
  'a PNG with a ZIP behind it': [behind(hostile.zip), 'cleaned'],
  'a PNG with a page behind it': [behind(hostile.html), 'cleaned'],
  'a PNG with a PDF behind it': [behind(onePage()), 'cleaned'],
  'a PNG with EICAR behind it': [behind(hostile.eicar), 'cleaned'],
  'pixels under transparency': [hostile.pngWithHiddenPixels, 'cleaned'],
  'an animated WebP': [hostile.animatedWebp, 'cleaned'],
  'a progressive JPEG': [() => hostile.jpegInScans(90), 'cleaned'],
  'a JPEG of four inks': [() => hostile.picture().toColourspace('cmyk').jpeg().toBuffer(), 'cleaned'],
  'a grey JPEG': [() => hostile.picture().greyscale().jpeg().toBuffer(), 'cleaned'],
  'a PNG of 16 bits': [() => hostile.picture().toColourspace('rgb16').png().toBuffer(), 'cleaned'],
  'a PNG with a palette': [() => hostile.picture().png({ palette: true }).toBuffer(), 'cleaned'],
  'one pixel': [() => hostile.picture(1, 1).png().toBuffer(), 'cleaned'],
  'a line of 16,000 pixels': [() => hostile.picture(16_000, 1).png().toBuffer(), 'cleaned'],
  'a bomb of text': [hostile.pngTextBomb, 'cleaned'],
  'a bomb in a profile': [hostile.pngProfileBomb, 'cleaned'],
  'a bomb of rows': [hostile.pngDataBomb, 'cleaned'],
  'a JPEG of 5,000 scans': [() => hostile.jpegInScans(5000), 'broken'],
  'half a JPEG': [cut('jpeg'), 'broken'],
  'half a PNG': [cut('png'), 'broken'],
  'half a WebP': [cut('webp'), 'broken'],
  'the beginning of a JPEG': [() => Buffer.from([0xff, 0xd8, 0xff]), 'broken'],
  'an SVG behind the first bytes of a PNG': [
    () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), hostile.svg]),
    'broken',
  ],
  'a WebP that lies about its size': [hostile.webpThatLies, 'broken'],
  'a PNG of 50,000 × 50,000': [() => hostile.pngOfSize(50_000, 50_000), 'too-many-pixels'],
  'a PNG of 41 megapixels': [() => hostile.pngOfSize(6404, 6404), 'too-many-pixels'],
  'a PNG of more pixels than numbers': [() => hostile.pngOfSize(2 ** 31 - 1, 2 ** 31 - 1, 0), 'broken'],
  'a JPEG that says 60,000 × 60,000': [() => hostile.jpegThatLies(60_000), 'too-many-pixels'],
  'a JPEG that says 6,000 × 6,000': [() => hostile.jpegThatLies(6000), 'cleaned'],
  'an SVG with a script, called a PNG': [() => hostile.svg, 'unknown-kind'],
  'a page with a script, called a JPEG': [() => hostile.html, 'unknown-kind'],
  'an archive that is also a picture at its end': [
    async () => Buffer.concat([hostile.zip, await hostile.picture().png().toBuffer()]),
    'unknown-kind',
  ],
  'a HEIC': [() => hostile.brand('heic'), 'unknown-kind'],
  'an AVIF': [() => hostile.picture().avif().toBuffer(), 'unknown-kind'],
  'a TIFF': [() => hostile.picture().tiff().toBuffer(), 'unknown-kind'],
  'a GIF': [() => hostile.picture().gif().toBuffer(), 'unknown-kind'],
  'a BMP': [() => Buffer.from('BM\u0036\u0000\u0000'), 'unknown-kind'],
  EICAR: [() => hostile.eicar, 'unknown-kind'],
  'a ZIP': [() => hostile.zip, 'unknown-kind'],
  nothing: [() => Buffer.alloc(0), 'unknown-kind'],
  'bytes by chance': [() => randomBytes(5000), 'unknown-kind'],
  'a TIFF of 50,000 × 50,000': [() => hostile.tiffThatLies(50_000), 'unknown-kind'],
  'a GIF of 50,000 × 50,000': [() => hostile.gifThatLies(50_000), 'unknown-kind'],
  'a GIF that is a script': [() => Buffer.from('GIF89a/*\\u0001\\u0001*/=1;alert(document.domain);//'), 'unknown-kind'],
  'a JPEG that is an archive too': [
    async () => Buffer.concat([await hostile.withExif('jpeg'), hostile.zip]),
    'cleaned',
  ],
  'an archive in an archive': [() => Buffer.concat([hostile.zip, hostile.zip]), 'unknown-kind'],
}
