import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { setPriority } from 'node:os'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { FrameReader, writeFrame } from './frames.ts'
import type { DrawingResults } from './drawing-results.ts'
import type { FileKind } from './kinds.ts'
import type { FileLimits } from './limits.ts'

export interface KnownFile {
  file: number
  kind: FileKind
  bytes: Uint8Array
}

export interface DrawingOrder {
  files: readonly KnownFile[]
  limits: FileLimits
  /** Of `performance.now()`. */
  deadline: number
  results: DrawingResults
}

/** A drawing has 2001 × 2001 pixels at most: more bytes than this are none. */
const mostFrame = 16 * 2 ** 20

/** Pages come first. Half a share: more would leave honest files no time on a busy machine. */
const niceness = 3

/** Asked from source and from the bundle: the name leads to the same file from both. */
const placeOf = (name: string) => createRequire(import.meta.url).resolve(name)

function startProcess(): ChildProcess {
  const loader = pathToFileURL(placeOf('tsx')).href
  const script = placeOf('#app/infra/pictures/drawing-process.ts')
  const child = spawn(process.execPath, ['--max-old-space-size=128', '--import', loader, script], {
    // Nothing of ours goes in: no key, no setting, no address of the database. What it prints goes nowhere.
    env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  })
  if (child.pid !== undefined) setPriority(child.pid, niceness)
  return child
}

function sendOrder({ stdin }: ChildProcess, { files, limits }: DrawingOrder): void {
  // It may end before it has read everything; how it ended is known by its end.
  stdin?.on('error', () => {})
  stdin?.write(writeFrame(limits))
  for (const { file, kind, bytes } of files) stdin?.write(writeFrame({ file, kind }, bytes))
  stdin?.end()
}

/** How a process ended: by itself, after it was done or broke, or because somebody had to end it. */
type Ending = 'by-itself' | 'ended'

/**
 * Draws files in a process of its own, in their order, until it is done, breaks or is out of time. What it drew is in the
 * results; who called sees which files have none.
 */
export function drawInProcess(order: DrawingOrder): Promise<Ending> {
  const { deadline, results } = order
  const child = startProcess()
  const answers = child.stdio[3]
  const reader = new FrameReader(mostFrame)
  let broke = false
  if (answers instanceof Readable)
    answers.on('data', (piece: Buffer) => {
      try {
        if (!broke) for (const frame of reader.take(piece)) results.take(frame)
      } catch {
        broke = true
        child.kill('SIGKILL')
      }
    })
  const timer = setTimeout(() => child.kill('SIGKILL'), deadline - performance.now())
  sendOrder(child, order)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_code, signal) => {
      clearTimeout(timer)
      resolve(signal === 'SIGKILL' && !broke ? 'ended' : 'by-itself')
    })
  })
}
