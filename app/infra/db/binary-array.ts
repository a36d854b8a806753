/** How one type of PostgreSQL lies in its binary format: its object identifier (pg_type.dat) and its bytes. */
interface Element<T> {
  oid: number
  size: (value: T) => number
  write: (value: T, into: Buffer, at: number) => void
}

const headBytes = 20
const lengthBytes = 4
const noValue = -1

/**
 * A one-dimensional array in PostgreSQL's binary format (`array_recv` in src/backend/utils/adt/arrayfuncs.c). The driver passes
 * bytes on as they are: hundreds of values cost a fraction of writing them as text here and of reading that text there.
 */
const arrayOf =
  <T>({ oid, size, write }: Element<T>) =>
  (values: readonly (T | null)[]): Buffer => {
    let bytes = headBytes
    for (const value of values) bytes += lengthBytes + (value === null ? 0 : size(value))
    const array = Buffer.allocUnsafe(bytes)
    array.writeInt32BE(values.length > 0 ? 1 : 0, 0) // dimensions
    array.writeInt32BE(1, 4) // there may be nulls
    array.writeInt32BE(oid, 8)
    array.writeInt32BE(values.length, 12)
    array.writeInt32BE(1, 16) // the first has the number one
    let at = headBytes
    for (const value of values) {
      const length = value === null ? noValue : size(value)
      at = array.writeInt32BE(length, at)
      if (value === null) continue
      write(value, array, at)
      at += length
    }
    return values.length > 0 ? array : array.subarray(0, 12) // without a dimension there is none to describe
  }

export const booleanArray = arrayOf<boolean>({
  oid: 16,
  size: () => 1,
  write: (value, into, at) => (into[at] = Number(value)),
})
export const bytesArray = arrayOf<Uint8Array>({
  oid: 17,
  size: ({ length }) => length,
  write: (value, into, at) => into.set(value, at),
})
/** Of 32 bits. */
export const integerArray = arrayOf<number>({
  oid: 23,
  size: () => 4,
  write: (value, into, at) => into.writeInt32BE(value, at),
})
/** Of 64 bits, as the driver gives them back: in decimal digits. */
export const bigintArray = arrayOf<string>({
  oid: 20,
  size: () => 8,
  write: (value, into, at) => into.writeBigInt64BE(BigInt(value), at),
})
export const doubleArray = arrayOf<number>({
  oid: 701,
  size: () => 8,
  write: (value, into, at) => into.writeDoubleBE(value, at),
})
export const textArray = arrayOf<string>({
  oid: 25,
  size: (value) => Buffer.byteLength(value),
  write: (value, into, at) => into.write(value, at, 'utf8'),
})
/** Written with hyphens or without. */
export const uuidArray = arrayOf<string>({
  oid: 2950,
  size: () => 16,
  write: (value, into, at) => into.write(value.length === 32 ? value : value.replaceAll('-', ''), at, 'hex'),
})
