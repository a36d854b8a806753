import { z } from 'zod'
import { isBareJpeg } from './bare-jpeg.ts'
import type { Frame } from './frames.ts'
import { refusals, type FileLimits, type FileRefusal } from './limits.ts'

export interface DrawnPage {
  bytes: Uint8Array<ArrayBuffer>
  width: number
  height: number
  mediaType: 'image/webp' | 'image/jpeg'
}

export type CleanedFile = { outcome: 'cleaned'; pages: DrawnPage[] } | { outcome: 'refused'; reason: FileRefusal }

const said = z.union([
  z.strictObject({ file: z.int(), width: z.int().min(1), height: z.int().min(1) }),
  z.strictObject({ file: z.int(), done: z.literal(true) }),
  z.strictObject({ file: z.int(), refused: z.enum(refusals) }),
])

/** A picture of nothing but pixels: one chunk, from the first byte to the last. */
export function isBareWebp(bytes: Buffer): boolean {
  if (bytes.length < 20 || bytes.toString('latin1', 0, 4) !== 'RIFF') return false
  const size = bytes.readUInt32LE(16)
  const isWhole = bytes.readUInt32LE(4) === bytes.length - 8 && 20 + size + (size % 2) === bytes.length
  return isWhole && bytes.toString('latin1', 8, 16) === 'WEBPVP8 '
}

/** What became of the files so far. What the drawing process says is not believed: it has read what a stranger sent. */
export class DrawingResults {
  readonly #limits: FileLimits
  readonly #files = new Map<number, CleanedFile>()
  readonly #pages = new Map<number, DrawnPage[]>()
  #bytes = 0

  constructor(limits: FileLimits) {
    this.#limits = limits
  }

  of = (file: number): CleanedFile | undefined => this.#files.get(file)

  /** @throws when it is not what was agreed */
  take({ header, body }: Frame): void {
    const told = said.parse(header)
    if (this.#files.has(told.file)) return
    if ('refused' in told) return this.refuse(told.file, told.refused)
    const pages = this.#pages.get(told.file) ?? []
    if ('width' in told) return this.#add(told, { pages, body })
    if (pages.length === 0) throw new RangeError('nothing was drawn')
    this.#files.set(told.file, { outcome: 'cleaned', pages })
  }

  /** Forgets what was drawn of a file that will not be whole. */
  refuse(file: number, reason: FileRefusal): void {
    for (const { bytes } of this.#pages.get(file) ?? []) this.#bytes -= bytes.length
    this.#pages.delete(file)
    this.#files.set(file, { outcome: 'refused', reason })
  }

  #add({ file, width, height }: { file: number; width: number; height: number }, { pages, body }: Adding): void {
    const { longSide, mostPages, mostDrawnBytes, drawnAs } = this.#limits
    const isBare = drawnAs === 'webp' ? isBareWebp(body) : isBareJpeg(body, { width, height })
    // A page of a PDF may cover the edge of one more pixel.
    if (Math.max(width, height) > longSide + 1 || pages.length >= mostPages || !isBare)
      throw new RangeError('not a drawing')
    this.#bytes += body.length
    pages.push({ bytes: Uint8Array.from(body), width, height, mediaType: `image/${drawnAs}` })
    this.#pages.set(file, pages)
    if (this.#bytes > mostDrawnBytes) this.refuse(file, 'too-large')
  }
}

interface Adding {
  pages: DrawnPage[]
  body: Buffer
}
