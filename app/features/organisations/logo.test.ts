import sharp from 'sharp'
import { expect, test } from 'vitest'
import { jpegInScans, pngOfSize } from '../../../e2e/support/hostile-images.ts'
import { makeLogo, mostLogoBytes } from './logo.server.ts'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 40, b: 10, alpha: 0.5 } } })

async function made(sent: Uint8Array) {
  const answer = await makeLogo(sent)
  if (answer.outcome !== 'made') throw new Error(answer.outcome)
  return answer.logo
}

test('a logo becomes a bounded WebP, whatever it was', async () => {
  for (const format of ['png', 'jpeg', 'webp'] as const) {
    const logo = await made(await picture(2000, 500).toFormat(format).toBuffer())
    expect({ width: logo.width, height: logo.height }).toEqual({ width: 480, height: 120 })
    const { format: is } = await sharp(logo.bytes).metadata()
    expect(is).toBe('webp')
    expect(logo.hash).toMatch(/^[\da-f]{64}$/)
  }
})

test('a small logo stays small and its transparency is kept', async () => {
  const logo = await made(await picture(40, 30).png().toBuffer())
  expect({ width: logo.width, height: logo.height }).toEqual({ width: 40, height: 30 })
  expect((await sharp(logo.bytes).metadata()).hasAlpha).toBe(true)
})

test('nothing that a camera wrote is left, and the picture stands as it was taken', async () => {
  const sent = await picture(120, 60)
    .jpeg()
    .withExif({
      IFD0: { Artist: 'Dominique Zqlogo', Copyright: 'Zqlogo' },
      IFD3: { GPSLatitude: '48/1 51/1 24/1', GPSLatitudeRef: 'N', GPSLongitude: '2/1 21/1 3/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><zqlogo/></x:xmpmeta>')
    .withIccProfile('p3')
    .toBuffer()
  expect((await sharp(sent).metadata()).exif).toBeDefined()
  expect(sent.includes('Zqlogo')).toBe(true)
  const logo = await made(sent)
  const { exif, xmp, icc, iptc, orientation } = await sharp(logo.bytes).metadata()
  expect({ exif, xmp, icc, iptc, orientation }).toEqual({})
  expect(Buffer.from(logo.bytes).toString('latin1')).not.toMatch(/zqlogo|exif|xmp/i)
  expect({ width: logo.width, height: logo.height }, 'turned as its camera said').toEqual({ width: 60, height: 120 })
})

test('what hides behind a picture is not passed on', async () => {
  const png = await picture(60, 60).png().toBuffer()
  const hidden = '<script>alert("zqpolyglot")</script>PK\u0003\u0004%PDF-1.7 zqpolyglot'
  const logo = await made(Buffer.concat([png, Buffer.from(hidden)]))
  expect(Buffer.from(logo.bytes).includes('zqpolyglot')).toBe(false)
})

test('a picture that unfolds to gigabytes is refused before it is unfolded', async () => {
  const sent = pngOfSize(50_000, 50_000)
  expect(sent.length).toBeLessThan(mostLogoBytes)
  const before = process.memoryUsage().rss
  const startedAt = performance.now()
  expect(await makeLogo(sent)).toEqual({ outcome: 'too-many-pixels' })
  expect(performance.now() - startedAt).toBeLessThan(5000)
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20)
})

test('a progressive JPEG is a logo, and one of hundreds of scans is refused before it is drawn', async () => {
  const jpeg = await picture(64, 64).jpeg({ progressive: true }).toBuffer()
  expect((await sharp(jpeg).metadata()).isProgressive).toBe(true)
  await made(jpeg)
  await made(await jpegInScans(100))
  const heavy = await jpegInScans(800)
  expect((await sharp(heavy, { failOn: 'error' }).raw().toBuffer()).length, 'the library would').toBe(64 * 64 * 3)
  expect(await makeLogo(heavy)).toEqual({ outcome: 'not-an-image' })
  expect(await makeLogo(await jpegInScans(101))).toEqual({ outcome: 'not-an-image' })
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'

test.each([
  ['an SVG', Buffer.from(svg)],
  ['an SVG with a declaration', Buffer.from(`<?xml version="1.0"?>${svg}`)],
  ['an SVG behind the first bytes of a PNG', Buffer.from(`\u0089PNG\r\n\u001a\n${svg}`, 'latin1')],
  ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1')],
  ['a PDF', Buffer.from('%PDF-1.7\n')],
  ['a text', Buffer.from('logo')],
  ['the beginning of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10])],
  ['an empty WebP', Buffer.from('RIFF\u0004\u0000\u0000\u0000WEBP', 'latin1')],
  ['nothing', Buffer.alloc(0)],
])('%s is no logo', async (_, sent) => {
  expect(await makeLogo(sent)).toEqual({ outcome: 'not-an-image' })
})

test('a file cut short is refused and the next one is read', async () => {
  const whole = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: 'red',
      noise: { type: 'gaussian', mean: 90, sigma: 60 },
    },
  })
    .png()
    .toBuffer()
  expect(await makeLogo(whole.subarray(0, whole.length / 2))).toEqual({ outcome: 'not-an-image' })
  expect((await makeLogo(whole)).outcome).toBe('made')
})

test('a file of more than a megabyte is refused unread', async () => {
  expect(await makeLogo(Buffer.alloc(mostLogoBytes + 1))).toEqual({ outcome: 'too-large' })
})
