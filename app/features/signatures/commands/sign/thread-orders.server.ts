import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { closePool, useDatabase } from '#app/infra/db/pool.server.ts'
import type { Taken } from './taken.server.ts'
import { writeHere } from './writer.server.ts'

/** A group to write, or `null`: no more will come. */
export type Order = { number: number; group: readonly Taken[] } | null

export interface Report {
  /** Of the group; 0 when the thread begins to hear. */
  number: number
  /** What the database said, in what crosses a thread: no error object keeps its code on the way. */
  failure: { message: string; code: string | undefined } | null
}

const coded = z.looseObject({ code: z.string() })

const failureOf = (error: unknown): Report['failure'] => ({
  message: error instanceof Error ? error.message : String(error),
  code: coded.safeParse(error).data?.code,
})

async function obey(order: Order): Promise<void> {
  if (order === null) {
    await closePool()
    parentPort?.close()
    return
  }
  const failure = await writeHere(order.group).then(() => null, failureOf)
  parentPort?.postMessage({ number: order.number, failure } satisfies Report)
}

useDatabase(z.object({ databaseUrl: z.string() }).parse(workerData).databaseUrl)
parentPort?.on('message', (order: Order) => void obey(order))
parentPort?.postMessage({ number: 0, failure: null } satisfies Report)
