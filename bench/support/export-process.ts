import { performance } from 'node:perf_hooks'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Measured } from '#app/features/exports/packed.server.ts'
import { dataBytes, openSnapshot } from '#app/features/exports/queries/read-source.server.ts'
import { sourceOf } from '#app/features/exports/queries/sources.server.ts'
import { exportFormats } from '#app/features/exports/schema.ts'
import { closePool, useDatabase } from '#app/infra/db/pool.server.ts'

/** What the benchmark asks of this process: one file, through the pipeline of the product, written to nobody. */
const asked = z.object({ campaignId: z.number(), format: z.enum(exportFormats), people: z.boolean() })

export interface Written {
  milliseconds: number
  /** From the question to the first byte, and to the first row. */
  firstByte: number
  firstRow: number
  rows: number
  bytes: number
  /** Highest so far, in megabytes. */
  peak: number
}

const peak = () => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]) / 1024

async function write({ campaignId, format, people }: z.output<typeof asked>): Promise<Written> {
  const from = performance.now()
  const since = () => performance.now() - from
  const source = sourceOf('signers', campaignId, people)
  const snapshot = await openSnapshot(source)
  const progress = { rows: 0 }
  const measured = new Measured()
  let [firstByte, firstRow] = [0, 0]
  for await (const _ of measured.through(dataBytes({ source, format }, snapshot, progress))) {
    firstByte ||= since()
    if (progress.rows > 0) firstRow ||= since()
  }
  await snapshot.close(true)
  measured.digest()
  return { milliseconds: since(), firstByte, firstRow, rows: progress.rows, bytes: measured.bytes, peak: peak() }
}

useDatabase(process.argv[2] ?? '')
process.on('message', (message) => void write(asked.parse(message)).then((written) => process.send?.(written)))
process.on('disconnect', () => void closePool())
process.send?.('ready')
