/**
 * A process of its own that draws the files of one sender, and ends. Whatever they do to it, it has no keys, no settings and no
 * connection, and nobody else's files. Files come by its input, drawings leave by its fourth pipe: nothing is on a disk.
 */
import { Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import sharp, { type Sharp } from 'sharp'
import { z } from 'zod'
import { drawPicture } from './draw-picture.server.ts'
import { FrameReader, writeFrame } from './frames.ts'
import { mostMemory, type FileRefusal } from './limits.ts'
import { packForLetter } from './pack-for-letter.server.ts'

const order = z.object({
  mostPages: z.number(),
  mostPixels: z.number(),
  longSide: z.number(),
  mostBytes: z.number(),
  milliseconds: z.number(),
  mostDrawnBytes: z.number(),
  drawnAs: z.enum(['webp', 'jpeg']),
})
type Order = z.infer<typeof order>
const sentFile = z.object({ file: z.number(), kind: z.enum(['png', 'jpeg', 'webp', 'pdf']) })

/** Ends this process from beside it, also while it hangs and when nobody is left who would end it. */
function watch({ milliseconds }: Order): void {
  const watchman = `
    const end = () => process.kill(process.pid, 'SIGKILL')
    setTimeout(end, ${milliseconds + 1000})
    setInterval(() => process.memoryUsage.rss() > ${mostMemory.whole} && end(), 20)`
  new Worker(watchman, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref()
}

/** The memory of WebAssembly asks here before it grows; when it may not, its allocator says so to the library. */
function boundWebAssembly(): void {
  const page = 65_536
  const memories = WebAssembly.Memory.prototype
  const grow: WebAssembly.Memory['grow'] = Object.getOwnPropertyDescriptor(memories, 'grow')?.value
  memories.grow = function bounded(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * page > mostMemory.webAssembly) throw new RangeError('no more memory')
    return grow.call(this, pages)
  }
}

const out = new Socket({ fd: 3, readable: false, writable: true })
// Nobody listens any more: there is nobody to draw for.
out.on('error', () => process.exit(0))
const say = (header: unknown, body?: Uint8Array) => void out.write(writeFrame(header, body))

/** White behind what is transparent: what was wiped out of a picture is often still there, under the transparency. */
const onWhite = (picture: Sharp) => picture.flatten({ background: '#ffffff' })
const finish = (picture: Sharp) => onWhite(picture).webp({ quality: 80, effort: 2 })
/** Packed afterwards, more than once. */
const lossless = (picture: Sharp) => onWhite(picture).png({ compressionLevel: 1 })

async function drawnPicture(file: number, bytes: Uint8Array, limits: Order): Promise<FileRefusal | null> {
  const { longSide, mostPixels, milliseconds, drawnAs, mostDrawnBytes } = limits
  const box = { width: longSide, height: longSide }
  const seconds = Math.ceil(milliseconds / 1000)
  const answer = await drawPicture(bytes, { mostPixels, box, seconds, finish: drawnAs === 'jpeg' ? lossless : finish })
  if (answer.outcome !== 'drawn') return answer.outcome
  const drawn = drawnAs === 'jpeg' ? await packForLetter(answer.drawn.bytes, mostDrawnBytes) : answer.drawn
  if (!drawn) return 'too-large'
  const { bytes: body, width, height } = drawn
  say({ file, width, height }, body)
  return null
}

async function drawnPdf(file: number, bytes: Uint8Array, limits: Order): Promise<FileRefusal | null> {
  const { openPdf } = await import('./draw-pdf.server.ts')
  const pdf = openPdf(bytes, limits)
  if (pdf.outcome !== 'opened') return pdf.outcome
  let before: Promise<void> = Promise.resolve()
  for (let at = 0; at < pdf.pages; at += 1) {
    const { pixels, width, height } = pdf.page(at)
    const packed = finish(sharp(pixels, { raw: { width, height, channels: 3 } })).toBuffer()
    // One page is packed while the next one is drawn, and no more than that.
    await before
    before = packed.then((body) => say({ file, width, height }, body))
  }
  await before
  return null
}

/** What the library cannot be trusted after: the rest is drawn by another process. */
const isBeyondRepair = (error: unknown) => error instanceof WebAssembly.RuntimeError || error instanceof RangeError

async function drawFile({ file, kind }: z.infer<typeof sentFile>, bytes: Buffer, limits: Order): Promise<void> {
  try {
    const refused = await (kind === 'pdf' ? drawnPdf : drawnPicture)(file, bytes, limits)
    say(refused === null ? { file, done: true } : { file, refused })
  } catch (error) {
    if (isBeyondRepair(error)) process.exit(1)
    say({ file, refused: 'broken' })
  }
}

boundWebAssembly()
const reader = new FrameReader(64 * 2 ** 20)
let limits: Order | null = null
for await (const piece of process.stdin) {
  for (const { header, body } of reader.take(piece)) {
    if (limits) await drawFile(sentFile.parse(header), body, limits)
    else watch((limits = order.parse(header)))
  }
}
out.end()
