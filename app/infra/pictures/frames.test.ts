import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FrameReader, writeFrame } from './frames.ts'

test('frames come out as they went in, however they are cut on the way', () => {
  const frame = fc.tuple(fc.jsonValue(), fc.uint8Array({ maxLength: 300 }))
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 6 }), fc.integer({ min: 1, max: 50 }), (frames, step) => {
      const sent = Buffer.concat(frames.map(([header, body]) => writeFrame(header, body)))
      const reader = new FrameReader(100_000)
      const taken = []
      for (let at = 0; at < sent.length; at += step) taken.push(...reader.take(sent.subarray(at, at + step)))
      expect(taken.map(({ header, body }) => [JSON.stringify(header), [...body]])).toEqual(
        frames.map(([header, body]) => [JSON.stringify(header), [...body]]),
      )
    }),
    { numRuns: 100 },
  )
})

test('a frame that is longer than agreed is refused by its first bytes', () => {
  const reader = new FrameReader(1000)
  expect(reader.take(writeFrame({}, new Uint8Array(990)))).toHaveLength(1)
  expect(() => reader.take(writeFrame({}, new Uint8Array(2000)).subarray(0, 8))).toThrow(RangeError)
  expect(() => new FrameReader(1e9).take(Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]))).toThrow(RangeError)
})
