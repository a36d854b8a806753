import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bigintArray,
  booleanArray,
  bytesArray,
  doubleArray,
  integerArray,
  textArray,
  uuidArray,
} from './binary-array.ts'
import { pool } from './pool.server.ts'

/** What PostgreSQL reads in an array of ours, beside what it reads in the driver's own text. */
async function read(type: string, ours: Buffer, values: readonly unknown[]) {
  const { rows } = await pool().query<{ ours: unknown; same: boolean }>(
    `select $1::${type}[] as ours, $1::${type}[] = $2::${type}[] as same`,
    [ours, values],
  )
  return rows[0]
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.array(fc.option(value, { nil: null }), { maxLength: 20 })
const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''))
const bytes = fc.uint8Array({ maxLength: 300 }).map((value) => Buffer.from(value))

test('arrays of every type are read as they were written, nulls and empty ones included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        booleans: maybe(fc.boolean()),
        blobs: maybe(bytes),
        integers: maybe(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
        texts: maybe(text),
        uuids: maybe(fc.uuid()),
        bigints: maybe(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)),
        doubles: maybe(fc.double({ noNaN: true }).map((value) => value + 0)),
      }),
      async ({ booleans, blobs, integers, texts, uuids, bigints, doubles }) => {
        expect(await read('boolean', booleanArray(booleans), booleans)).toEqual({ ours: booleans, same: true })
        expect(await read('bytea', bytesArray(blobs), blobs)).toEqual({ ours: blobs, same: true })
        expect(await read('int', integerArray(integers), integers)).toEqual({ ours: integers, same: true })
        expect(await read('text', textArray(texts), texts)).toEqual({ ours: texts, same: true })
        expect(await read('uuid', uuidArray(uuids), uuids)).toEqual({ ours: uuids, same: true })
        expect(await read('bigint', bigintArray(bigints), bigints)).toEqual({ ours: bigints, same: true })
        expect(await read('float8', doubleArray(doubles), doubles)).toEqual({ ours: doubles, same: true })
      },
    ),
    { numRuns: 60 },
  )
})

test('an id is read with hyphens and without', async () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057'
  expect(await read('uuid', uuidArray([id, id.replaceAll('-', '')]), [id, id])).toMatchObject({ same: true })
})
