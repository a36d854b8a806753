/** Bytes of one file in an archive, under its name. */
export interface Zipped {
  name: string
  content: Uint8Array
  /** CRC-32 of the content. */
  crc: number
}

/** 1 January 1980, midnight: the first day that a ZIP knows. Files of a sealed pack have no other date than the pack's own. */
const firstDay = 0x21
const utf8Names = 0x0800
const version = 20

function header(size: number, fields: readonly (readonly [at: number, bytes: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(size))
  for (const [at, bytes, value] of fields)
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
  return new Uint8Array(view.buffer)
}

const encode = (name: string): Uint8Array => new TextEncoder().encode(name)

const local = ({ name, content, crc }: Zipped): Uint8Array =>
  header(30, [
    [0, 4, 0x04034b50],
    [4, 2, version],
    [6, 2, utf8Names],
    [12, 2, firstDay],
    [14, 4, crc],
    [18, 4, content.length],
    [22, 4, content.length],
    [26, 2, encode(name).length],
  ])

const central = ({ name, content, crc }: Zipped, offset: number): Uint8Array =>
  header(46, [
    [0, 4, 0x02014b50],
    [4, 2, version],
    [6, 2, version],
    [8, 2, utf8Names],
    [14, 2, firstDay],
    [16, 4, crc],
    [20, 4, content.length],
    [24, 4, content.length],
    [28, 2, encode(name).length],
    [42, 4, offset],
  ])

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0)

/**
 * An archive (PKWARE APPNOTE 6.3.10) of files as they are, not compressed: the same files make the same bytes on every machine and in
 * every year. Less than 4 GB and 65,535 files.
 */
export function zipParts(files: readonly Zipped[]): Uint8Array[] {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const file of files) {
    const written = [local(file), encode(file.name), file.content]
    directory.push(central(file, offset), encode(file.name))
    parts.push(...written)
    offset += lengthOf(written)
  }
  const end = header(22, [
    [0, 4, 0x06054b50],
    [8, 2, files.length],
    [10, 2, files.length],
    [12, 4, lengthOf(directory)],
    [16, 4, offset],
  ])
  return [...parts, ...directory, end]
}
