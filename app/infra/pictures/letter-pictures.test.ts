import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { endingOf } from '../../../e2e/support/clean-many.ts'
import { hostilePictures } from '../../../e2e/support/hostile-files.ts'
import { mark, noise, picture } from '../../../e2e/support/hostile-images.ts'
import { onePage } from '../../../e2e/support/pdf-parts.ts'
import { isBareJpeg } from './bare-jpeg.ts'
import { cleanFiles } from './clean-files.server.ts'
import type { CleanedFile } from './drawing-results.ts'
import { letterPictureLimits } from './limits.ts'

/** Time enough on a machine that does other things too. */
const patient = { ...letterPictureLimits, milliseconds: 60_000 }

async function drawn(file: Uint8Array): Promise<CleanedFile | undefined> {
  const answer = await cleanFiles([file], patient)
  return answer.outcome === 'looked-at' ? answer.files[0] : undefined
}

async function pageOf(file: Uint8Array) {
  const answer = await drawn(file)
  const page = answer?.outcome === 'cleaned' ? answer.pages[0] : undefined
  if (!page) throw new Error(endingOf(answer))
  return { ...page, bytes: Buffer.from(page.bytes) }
}

beforeEach(() => forgetSingleton('clean-files-line'))

test('a large photograph becomes a JPEG of 1200 pixels that weighs little, turned as its camera said', async () => {
  const sent = await noise(3000, 2000).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const { bytes, width, height, mediaType } = await pageOf(sent)
  expect(mediaType).toBe('image/jpeg')
  expect(bytes.length).toBeLessThanOrEqual(150_000)
  expect(width / height).toBeCloseTo(2 / 3, 2)
  expect(isBareJpeg(bytes, { width, height })).toBe(true)
  const poster = await pageOf(await picture(2400, 1200).png().toBuffer())
  expect([poster.width, poster.height]).toEqual([1200, 600])
}, 90_000)

test('a small picture stays small, and white stands behind what was transparent', async () => {
  const clear = await sharp({
    create: { width: 40, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer()
  const { bytes, width, height } = await pageOf(clear)
  expect([width, height]).toEqual([40, 30])
  expect([...(await sharp(bytes).raw().toBuffer()).subarray(0, 3)].every((value) => value > 250)).toBe(true)
}, 90_000)

const fighting = [
  'a JPEG with GPS',
  'a JPEG with a second picture behind it',
  'a PNG with text',
  'pixels under transparency',
  'a JPEG of four inks',
  'half a JPEG',
  'a PNG of 50,000 × 50,000',
  'an SVG with a script, called a PNG',
]

test.each(fighting)(
  '%s ends as it does elsewhere, and nothing but pixels is left of it',
  async (name) => {
    const [make, ending] = hostilePictures[name] ?? []
    if (!make) throw new Error('no such file')
    const answer = await drawn(await make())
    expect(endingOf(answer)).toBe(ending)
    for (const { bytes, width, height } of answer?.outcome === 'cleaned' ? answer.pages : []) {
      expect(isBareJpeg(Buffer.from(bytes), { width, height })).toBe(true)
      expect(Buffer.from(bytes).toString('latin1')).not.toContain(mark)
    }
  },
  90_000,
)

test('a process that draws something else than was asked is not believed', async () => {
  expect(endingOf(await drawn(onePage()))).toBe('broken')
}, 90_000)
