import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { singleton } from '../singleton.ts'

/** Milliseconds. A picture takes a tenth of a second; one that takes longer has met something that we did not think of. */
const patience = 15_000

/** Asked from source and from the bundle: the name leads to the same file from both. */
const threadFile = () => createRequire(import.meta.url).resolve('#app/infra/pictures/paint-thread.mjs')

interface Line {
  last: Promise<unknown>
}

/** One at a time, so that however many are wanted, one processor at most is busy with pictures. */
const line = () => singleton<Line>('painting', () => ({ last: Promise.resolve() }))

function paintNow(drawing: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile(), {
      workerData: { drawing },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    })
    worker.unref()
    const timer = setTimeout(() => void worker.terminate(), patience)
    worker.once('message', (painted: Uint8Array) => resolve(Buffer.from(painted)))
    worker.once('error', reject)
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the thread that paints ended with ${code}`)) // too late to matter when it had painted
    })
  })
}

/**
 * Paints an SVG of our own making as a PNG, in a thread behind everything else this process does. Letters have to be outlines: no
 * font is looked for, no file and no address is opened. @throws when it cannot be painted
 */
export function paint(drawing: string): Promise<Buffer> {
  const painting = line().last.then(() => paintNow(drawing))
  line().last = painting.catch(() => {})
  return painting
}
