import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { zipParts } from './zip.ts'

interface Named {
  name: string
  content: Uint8Array
}

export const sha256 = (bytes: Uint8Array): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(bytes).digest())

/** Files in their order as one archive. */
export const archiveOf = (files: readonly Named[]): Buffer<ArrayBuffer> =>
  Buffer.concat(zipParts(files.map(({ name, content }) => ({ name, content, crc: crc32(content) }))))
