interface Size {
  width: number
  height: number
}

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
/** ITU-T T.81, table B.1: quantisation and Huffman tables, the restart interval. They hold numbers for pixels and nothing else. */
const tables = new Set([0xdb, 0xc4, 0xdd])
/** Baseline, extended, progressive. */
const frames = new Set([0xc0, 0xc1, 0xc2])
/** The one header that programs expect (JFIF 1.02): sixteen bytes, without a small picture. */
const isPlainJfif = (segment: Buffer): boolean =>
  segment.length === 16 && segment.toString('latin1', 2, 7) === 'JFIF\0' && segment.readUInt16BE(14) === 0

/** Where the pixels of a scan end: at the first marker that is none of theirs. */
function endOfPixels(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

/**
 * A picture of nothing but pixels, of the size that is said: no metadata, comment, profile, small picture, and nothing behind its
 * end. For what comes back from a process that has read a stranger's file.
 */
export function isBareJpeg(bytes: Buffer, { width, height }: Size): boolean {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== startOfImage) return false
  let sizes = 0
  let at = 2
  while (at + 1 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === endOfImage) return sizes === 1 && at + 2 === bytes.length
    if (at + 4 > bytes.length) return false
    const segment = bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at + 2))
    const isFrame = frames.has(marker)
    if (isFrame && (segment.length < 7 || segment.readUInt16BE(3) !== height || segment.readUInt16BE(5) !== width))
      return false
    if (isFrame) sizes += 1
    const isKnown = isFrame || tables.has(marker) || marker === startOfScan || (marker === 0xe0 && isPlainJfif(segment))
    if (!isKnown || segment.length < 2) return false
    at += 2 + segment.length
    if (marker === startOfScan) at = endOfPixels(bytes, at)
  }
  return false
}
