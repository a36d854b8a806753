import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { DrawingResults } from './drawing-results.ts'
import type { Frame } from './frames.ts'
import { usualLimits } from './limits.ts'

let webp = Buffer.alloc(0)
beforeAll(async () => {
  webp = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
    .webp()
    .toBuffer()
})

const page = (body: Buffer, header: object = {}) => ({ header: { file: 0, width: 30, height: 20, ...header }, body })
const none = Buffer.alloc(0)

function isBelieved(frame: Frame): boolean {
  try {
    new DrawingResults(usualLimits).take(frame)
    return true
  } catch {
    return false
  }
}

test('a drawing is believed when it is nothing but pixels', () => {
  const results = new DrawingResults(usualLimits)
  results.take(page(webp))
  expect(results.of(0)).toBeUndefined()
  results.take({ header: { file: 0, done: true }, body: none })
  const mediaType = 'image/webp'
  const bytes = Uint8Array.from(webp)
  expect(results.of(0)).toEqual({ outcome: 'cleaned', pages: [{ bytes, width: 30, height: 20, mediaType }] })
})

test('what a process that was taken over would send is refused', async () => {
  const named = await sharp(webp)
    .webp()
    .withExif({ IFD0: { Artist: 'zqmark' } })
    .toBuffer()
  const wrong = [
    page(named),
    page(Buffer.concat([webp, Buffer.from('zqmark')])),
    page(Buffer.from('<script>')),
    page(none),
    page(webp, { width: 2002 }),
    page(webp, { width: 0 }),
    page(webp, { name: 'zqmark' }),
    { header: { file: 0, done: true }, body: none },
    { header: { file: 0, refused: 'because' }, body: none },
    { header: null, body: none },
  ]
  const believed = wrong.filter((frame) => isBelieved(frame))
  expect(believed).toEqual([])
  const many = new DrawingResults({ ...usualLimits, mostPages: 2 })
  many.take(page(webp))
  many.take(page(webp))
  expect(() => many.take(page(webp))).toThrow(RangeError)
})

test('a file whose drawings are too much is refused, its pages are forgotten, and the next one has its room', () => {
  const results = new DrawingResults({ ...usualLimits, mostDrawnBytes: 2 * webp.length })
  for (let at = 0; at < 5; at += 1) results.take(page(webp))
  results.take({ header: { file: 0, done: true }, body: none })
  expect(results.of(0)).toEqual({ outcome: 'refused', reason: 'too-large' })
  results.take(page(webp, { file: 1 }))
  results.take(page(webp, { file: 1 }))
  results.take({ header: { file: 1, done: true }, body: none })
  expect(results.of(1)?.outcome).toBe('cleaned')
})
