import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Stands for everything personal: where it comes out again, something passed on. */
export const mark = 'zqmark'
const latin = (text: string) => Buffer.from(text, 'latin1')
const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export const picture = (width = 160, height = 120) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 10 } } })

/** Every pixel by chance: nothing that packs well. */
export const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })

export type Format = 'png' | 'jpeg' | 'webp'

const exif = {
  IFD0: { Artist: `Dominique ${mark}`, Make: mark, ImageDescription: mark },
  IFD3: { GPSLatitude: '48/1 51/1 24/1', GPSLatitudeRef: 'N', GPSLongitude: '2/1 21/1 3/1', GPSLongitudeRef: 'E' },
}
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description ${mark}="${mark}"/></rdf:RDF></x:xmpmeta>`

export const withExif = (format: Format) => picture().toFormat(format).withExif(exif).toBuffer()
export const withXmp = (format: Format) => picture().toFormat(format).withXmp(xmp).toBuffer()
export const withIcc = (format: Format) => picture().toFormat(format).withIccProfile('p3').toBuffer()

const segment = (marker: number, content: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(content.length + 2), content])

/** Puts segments behind the first two bytes of a JPEG. */
async function jpegWith(...segments: Buffer[]): Promise<Buffer> {
  const jpeg = await picture().jpeg().toBuffer()
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])
}

export const jpegComment = () => jpegWith(segment(0xfe, latin(mark)))

/** IPTC as Photoshop keeps it: author, caption, city. */
export function jpegIptc(): Promise<Buffer> {
  const record = (set: number) => Buffer.concat([Buffer.from([0x1c, 2, set]), u16(mark.length), latin(mark)])
  const records = Buffer.concat([record(80), record(120), record(90)])
  const padded = records.length % 2 === 0 ? records : Buffer.concat([records, Buffer.alloc(1)])
  const resource = Buffer.concat([latin('8BIM'), Buffer.from([0x04, 0x04, 0, 0]), u32(records.length), padded])
  return jpegWith(segment(0xed, Buffer.concat([latin('Photoshop 3.0\0'), resource])))
}

/** The small picture that cameras keep inside, often of what was cut away from the large one. */
export async function jpegThumbnail(): Promise<Buffer> {
  const small = await picture(16, 12)
    .jpeg()
    .withExif({ IFD0: { Artist: mark } })
    .toBuffer()
  const entry = (tag: number, value: number) => Buffer.concat([u16(tag), u16(4), u32(1), u32(value)])
  const first = Buffer.concat([u16(0), u32(14)])
  const second = Buffer.concat([u16(2), entry(0x0201, 44), entry(0x0202, small.length), u32(0)])
  const tiff = Buffer.concat([latin('MM\0*'), u32(8), first, second, small])
  return jpegWith(segment(0xe1, Buffer.concat([latin('Exif\0\0'), tiff])))
}

/** A colour profile that calls itself by somebody's name. */
export const jpegNamedProfile = () =>
  jpegWith(segment(0xe2, Buffer.concat([latin('ICC_PROFILE\0\u0001\u0001'), Buffer.alloc(128), latin(mark)])))

/** The second picture of a telephone, behind the end of the first. */
export async function jpegBehindJpeg(): Promise<Buffer> {
  const second = await withExif('jpeg')
  return Buffer.concat([await jpegWith(segment(0xe2, latin('MPF\0'))), second])
}

const jpegSize = (jpeg: Buffer, side: number) => {
  const copy = Buffer.from(jpeg)
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]))
  copy.writeUInt16BE(side, frame + 5)
  copy.writeUInt16BE(side, frame + 7)
  return copy
}
export const jpegThatLies = async (side: number) => jpegSize(await picture().jpeg().toBuffer(), side)

/**
 * A progressive JPEG of one colour in so many scans, all in order: two as they were made, the others tell bit by bit and one
 * frequency at a time that nothing is there.
 */
export async function jpegInScans(scans: number, side = 64): Promise<Buffer> {
  const jpeg = await picture(side, side).jpeg({ progressive: true }).toBuffer()
  const start = Buffer.from([0xff, 0xda])
  const second = jpeg.indexOf(start, jpeg.indexOf(start) + 2)
  const end = jpeg.indexOf(0xff, second + 2)
  const more = Array.from({ length: scans - 2 }, (_, at) => {
    const scan = Buffer.from(jpeg.subarray(second, end))
    const frequency = 6 + (Math.floor(at / 14) % 58)
    const low = 13 - (at % 14)
    scan.set([frequency, frequency, low === 13 ? low : ((low + 1) << 4) | low], 7)
    return scan
  })
  return Buffer.concat([jpeg.subarray(0, end), ...more, Buffer.from([0xff, 0xd9])])
}

export function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([latin(type), content])
  return Buffer.concat([u32(content.length), body, u32(crc32(body))])
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Puts chunks behind the header of a PNG. */
export async function pngWith(...chunks: Buffer[]): Promise<Buffer> {
  const png = await picture().png().toBuffer()
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])
}

export const pngText = () => pngWith(pngChunk('tEXt', latin(`Author\0${mark}`)))
export const pngPackedText = () =>
  pngWith(pngChunk('zTXt', Buffer.concat([latin('Comment\0\0'), deflateSync(latin(mark))])))
export const pngWorldText = () => pngWith(pngChunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)))
export const pngTime = () => pngWith(pngChunk('tIME', Buffer.from([7, 234, 11, 3, 10, 0, 0])))
export const pngUnknownChunk = () => pngWith(pngChunk('zqMk', latin(mark)))
/** Hundreds of megabytes of text in a few hundred kilobytes. */
export const pngTextBomb = () =>
  pngWith(pngChunk('zTXt', Buffer.concat([latin('Comment\0\0'), deflateSync(Buffer.alloc(300 * 2 ** 20))])))
export const pngProfileBomb = () =>
  pngWith(pngChunk('iCCP', Buffer.concat([latin('icc\0\0'), deflateSync(Buffer.alloc(300 * 2 ** 20))])))

/** A PNG of one bit a pixel that says it is so large, and holds that many rows. */
export function pngOfSize(width: number, height: number, rows = Math.min(height, 2000)): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([1, 0, 0, 0, 0])])
  const content = Buffer.alloc(rows * (1 + Math.ceil(width / 8)))
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(content, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** More rows than it says: they unfold to half a gigabyte. */
export const pngDataBomb = () => pngOfSize(64, 64, 60_000_000)

/** What was wiped out of a transparent picture is often still there, under the transparency. */
export function pngWithHiddenPixels(): Promise<Buffer> {
  const pixels = Buffer.alloc(64 * 64 * 4)
  for (let at = 0; at < pixels.length; at += 4) pixels.set([255, 0, 0, 0], at)
  return sharp(pixels, { raw: { width: 64, height: 64, channels: 4 } })
    .png()
    .toBuffer()
}

export function animatedWebp(frames = 4): Promise<Buffer> {
  const pixels = Buffer.alloc(32 * 32 * frames * 3, 90)
  return sharp(pixels, { raw: { width: 32, height: 32 * frames, channels: 3, pageHeight: 32 } })
    .webp({ loop: 0, delay: Array.from({ length: frames }, () => 100) })
    .toBuffer()
}

/** Says in its header that its canvas is as large as a WebP can say. */
export async function webpThatLies(): Promise<Buffer> {
  const webp = await withExif('webp')
  webp.fill(0xff, 24, 30)
  return webp
}

/** Headers alone, of formats that say their size as a number. */
export const gifThatLies = (side: number) =>
  Buffer.concat([latin('GIF89a'), Buffer.from(Uint16Array.of(side, side).buffer), Buffer.alloc(20)])
export function tiffThatLies(side: number): Buffer {
  const entry = (tag: number) => Buffer.concat([u16(tag), u16(4), u32(1), u32(side)])
  return Buffer.concat([latin('MM\0*'), u32(8), u16(2), entry(256), entry(257), u32(0), Buffer.alloc(200)])
}

export const svg = latin(
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert('${mark}')</script></svg>`,
)
export const html = latin(`<!doctype html><title>${mark}</title><script>alert(1)</script>`)
export const zip = Buffer.concat([latin('PK\u0003\u0004'), Buffer.alloc(22), latin(mark), latin('PK\u0005\u0006')])
export const brand = (name: string) =>
  Buffer.concat([u32(24), latin(`ftyp${name}`), u32(0), latin('mif1'), latin(name), Buffer.alloc(200)])
export const eicar = latin(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join(''))
