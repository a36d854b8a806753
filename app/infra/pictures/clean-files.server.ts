import { singleton } from '#app/infra/singleton.ts'
import { DrawingResults, type CleanedFile } from './drawing-results.ts'
import { drawInProcess, type KnownFile } from './drawing.server.ts'
import { hasTooManyScans, kindOf } from './kinds.ts'
import { usualLimits, type FileLimits, type FileRefusal } from './limits.ts'
import { Line } from './line.ts'

/** One answer for each file, in their order; or none, because there are too many, too much of them, or too much to do now. */
export type FilesOutcome =
  { outcome: 'looked-at'; files: CleanedFile[] } | { outcome: 'too-many-files' | 'too-large' | 'busy' }

/** Two processes at once and two senders behind them, of whom each has a second to wait and three to be drawn in. */
const line = () => singleton('clean-files-line', () => new Line({ atOnce: 2, mostWaiting: 2, patience: 1000 }))

/** A process takes half a second to begin: what is left must be worth it. */
const leastMilliseconds = 600

function whyNotTried(bytes: Uint8Array): FileRefusal | null {
  const kind = kindOf(bytes)
  if (kind === null) return 'unknown-kind'
  return kind === 'jpeg' && hasTooManyScans(bytes) ? 'broken' : null
}

interface Drawing {
  limits: FileLimits
  deadline: number
  results: DrawingResults
}

/** Whoever breaks the process is refused, and another one draws the files behind it, as long as there is time. */
async function drawAll(known: readonly KnownFile[], { limits, deadline, results }: Drawing): Promise<void> {
  let left = known
  while (left.length > 0) {
    const hasTime = deadline - performance.now() > leastMilliseconds
    const ending = hasTime ? await drawInProcess({ files: left, limits, deadline, results }) : 'ended'
    left = left.filter(({ file }) => !results.of(file))
    const [first] = left
    if (!first) return
    results.refuse(first.file, ending === 'ended' ? 'took-too-long' : 'broken')
    left = left.slice(1)
  }
}

/**
 * Draws anew what somebody sent: pictures as WebP, a PDF as one WebP for each of its pages. Nothing passes on but what can be
 * seen: no metadata, script, link, attachment, layer of text or second format. Every ending is an outcome, within the time of the
 * limits, whatever the files are; their names and types are not asked.
 */
export async function cleanFiles(
  files: readonly Uint8Array[],
  limits: FileLimits = usualLimits,
): Promise<FilesOutcome> {
  const deadline = performance.now() + limits.milliseconds
  if (files.length > limits.mostFiles) return { outcome: 'too-many-files' }
  if (files.reduce((sum, { length }) => sum + length, 0) > limits.mostBytes) return { outcome: 'too-large' }
  const results = new DrawingResults(limits)
  const known: KnownFile[] = []
  for (const [file, bytes] of files.entries()) {
    const kind = kindOf(bytes)
    const why = whyNotTried(bytes)
    if (why !== null) results.refuse(file, why)
    else if (kind !== null) known.push({ file, kind, bytes })
  }
  if (known.length > 0) {
    const leave = await line().enter()
    if (!leave) return { outcome: 'busy' }
    try {
      await drawAll(known, { limits, deadline, results })
    } finally {
      leave()
    }
  }
  const refused: CleanedFile = { outcome: 'refused', reason: 'took-too-long' }
  return { outcome: 'looked-at', files: files.map((_, file) => results.of(file) ?? refused) }
}
