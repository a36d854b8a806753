import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { cleanMany, endingOf, leftIn } from '../../../e2e/support/clean-many.ts'
import * as hostile from '../../../e2e/support/hostile-images.ts'
import { onePage } from '../../../e2e/support/pdf-parts.ts'
import type { CleanedFile } from './drawing-results.ts'

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
const cases: Record<string, [Make, string]> = {
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
}

const names = Object.keys(cases)
const answers = new Map<string, CleanedFile>()
const grown = { parent: 0 }

beforeAll(async () => {
  const files = []
  for (const [make] of Object.values(cases)) files.push(await make())
  const before = process.memoryUsage().rss
  for (const [at, answer] of (await cleanMany(files)).entries()) answers.set(names[at] ?? '', answer)
  grown.parent = process.memoryUsage().rss - before
}, 120_000)

test.each(Object.entries(cases))(
  '%s ends as it should, and leaves nothing but what can be seen',
  async (name, [, ending]) => {
    const answer = answers.get(name)
    expect(endingOf(answer)).toBe(ending)
    if (answer?.outcome !== 'cleaned') return
    expect(answer.pages).toHaveLength(1)
    for (const page of answer.pages) expect(await leftIn(page)).toEqual([])
  },
)

test('bombs do not grow the process that was asked', () => {
  expect(grown.parent).toBeLessThan(100 * 2 ** 20)
})

const pixelOf = async (name: string) => {
  const answer = answers.get(name)
  if (answer?.outcome !== 'cleaned' || !answer.pages[0]) throw new Error('not drawn')
  return [...(await sharp(answer.pages[0].bytes).raw().toBuffer()).subarray(0, 3)]
}

test('what was wiped out of a picture does not come back', async () => {
  const [red = 0, green = 0, blue = 0] = await pixelOf('pixels under transparency')
  expect(Math.min(red, green, blue)).toBeGreaterThan(250)
})

test('colours are those of the picture that was sent', async () => {
  for (const name of ['a PNG with text', 'a JPEG with a colour profile', 'a PNG of 16 bits']) {
    const off = (await pixelOf(name)).map((value, at) => Math.abs(value - ([200, 40, 10][at] ?? 0)))
    expect({ name, close: Math.max(...off) < 16 }).toEqual({ name, close: true })
  }
})

test('a large photograph is as it stood before the camera, with two thousand pixels of its long side', async () => {
  const sent = await hostile.picture(3000, 2000).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const [answer] = await cleanMany([sent])
  const [page] = answer?.outcome === 'cleaned' ? answer.pages : []
  expect([page?.width, page?.height, page?.mediaType]).toEqual([1333, 2000, 'image/webp'])
}, 60_000)

test('whatever is changed in a picture, it ends in a known way and names nobody', async () => {
  const seeds = await Promise.all(
    (['jpeg', 'png', 'webp'] as const).map((format) =>
      hostile
        .noise(48, 40)
        .toFormat(format)
        .withExif({ IFD0: { Artist: hostile.mark } })
        .toBuffer(),
    ),
  )
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))
  const changed = fc.tuple(fc.nat(2), fc.array(change, { minLength: 1, maxLength: 12 })).map(([which, changes]) => {
    const bytes = Buffer.from(seeds[which] ?? [])
    for (const [at, value] of changes) bytes[at % bytes.length] = value
    return bytes
  })
  await fc.assert(
    fc.asyncProperty(fc.array(changed, { minLength: 10, maxLength: 10 }), async (files) => {
      for (const answer of await cleanMany(files)) {
        expect(['cleaned', 'broken', 'too-many-pixels', 'unknown-kind']).toContain(endingOf(answer))
        const pages = answer.outcome === 'cleaned' ? answer.pages : []
        expect((await Promise.all(pages.map(leftIn))).flat()).toEqual([])
      }
    }),
    { numRuns: 15, endOnFailure: true },
  )
}, 120_000)
