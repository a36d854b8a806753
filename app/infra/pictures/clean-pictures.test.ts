import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { cleanMany, endingOf, leftIn } from '../../../e2e/support/clean-many.ts'
import { hostilePictures } from '../../../e2e/support/hostile-files.ts'
import * as hostile from '../../../e2e/support/hostile-images.ts'
import type { CleanedFile } from './drawing-results.ts'

const names = Object.keys(hostilePictures)
const answers = new Map<string, CleanedFile>()
const grown = { parent: 0 }

beforeAll(async () => {
  const files = []
  for (const [make] of Object.values(hostilePictures)) files.push(await make())
  const before = process.memoryUsage().rss
  for (const [at, answer] of (await cleanMany(files)).entries()) answers.set(names[at] ?? '', answer)
  grown.parent = process.memoryUsage().rss - before
}, 120_000)

test.each(Object.entries(hostilePictures))(
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
