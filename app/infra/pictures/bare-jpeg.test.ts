import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import {
  jpegComment,
  jpegIptc,
  jpegNamedProfile,
  jpegThumbnail,
  withExif,
} from '../../../e2e/support/hostile-images.ts'
import { isBareJpeg } from './bare-jpeg.ts'

const size = { width: 160, height: 120 }
let plain = Buffer.alloc(0)
let progressive = Buffer.alloc(0)
beforeAll(async () => {
  const red = sharp({ create: { ...size, channels: 3, background: 'red' } })
  plain = await red.clone().jpeg().toBuffer()
  progressive = await red.clone().jpeg({ mozjpeg: true, quality: 60 }).toBuffer()
})

test('a JPEG of nothing but pixels is one, of its own size alone', () => {
  expect([isBareJpeg(plain, size), isBareJpeg(progressive, size)]).toEqual([true, true])
  expect(isBareJpeg(plain, { width: 120, height: 160 })).toBe(false)
})

test('a JPEG that says anything more is none', async () => {
  const talkative = await Promise.all([
    withExif('jpeg'),
    jpegComment(),
    jpegIptc(),
    jpegNamedProfile(),
    jpegThumbnail(),
  ])
  const others = [
    Buffer.concat([plain, Buffer.from('<script>')]),
    Buffer.concat([plain, plain]),
    plain.subarray(0, plain.length - 2),
    plain.subarray(0, 30),
    Buffer.from([0xff, 0xd8]),
    Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 0, 0xff, 0xd9]),
    Buffer.alloc(0),
    await sharp(plain).webp().toBuffer(),
  ]
  expect([...talkative, ...others].filter((bytes) => isBareJpeg(bytes, size))).toEqual([])
})

test('whatever byte of its header is changed, the answer comes', () => {
  for (let at = 0; at < 200; at += 1)
    for (const value of [0, 0xff, 0xd9, 0xfe]) {
      const changed = Buffer.from(plain)
      changed[at] = value
      expect(typeof isBareJpeg(changed, size)).toBe('boolean')
    }
})
