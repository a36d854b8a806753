import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { databaseUrl } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import type { Taken } from './taken.server.ts'
import type { Order, Report } from './thread-orders.server.ts'
import { signatureWriter, writeHere } from './writer.server.ts'

interface Answer {
  resolve: () => void
  reject: (error: Error) => void
}

/** Class 08: whether it was written is not known. Who signed is asked to come back, and signing twice is signing once. */
const connectionFailure = '08006'

function errorOf({ message, code }: NonNullable<Report['failure']>): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code })
}

/** Megabytes. Sealing makes short-lived bytes by the thousand. */
const youngGeneration = 64

export interface SigningThread {
  close: () => Promise<void>
}

/**
 * Seals and writes signatures in a thread of its own, so that the one which speaks to people does not also compute and the
 * second processor has something to do (docs/decisions/0030). A thread that ends refuses the groups it had; from then on this one
 * writes by itself.
 * @throws when the thread cannot be started
 */
export async function openSigningThread(): Promise<SigningThread> {
  const waiting = new Map<number, Answer>()
  const writer = signatureWriter()
  let sent = 0
  let closing = false
  const thread = new Worker(new URL('./thread.mjs', import.meta.url), {
    workerData: { databaseUrl: databaseUrl() },
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  })
  const order = (what: Order) => thread.postMessage(what)

  thread.on('message', ({ number, failure }: Report) => {
    const answer = waiting.get(number)
    waiting.delete(number)
    if (failure) answer?.reject(errorOf(failure))
    else answer?.resolve()
  })
  thread.on('error', (error) => log.error('the signing thread failed', { error }))
  const ended = new Promise<void>((resolve) => {
    thread.once('exit', () => {
      writer.write = writeHere
      for (const { reject } of waiting.values())
        reject(errorOf({ message: 'the signing thread ended', code: connectionFailure }))
      waiting.clear()
      if (!closing) log.error('the signing thread ended: signatures are written without it')
      resolve()
    })
  })

  const hear = (number: number) => new Promise<void>((resolve, reject) => waiting.set(number, { resolve, reject }))
  await hear(0)
  writer.write = (group: readonly Taken[]) => {
    sent += 1
    order({ number: sent, group })
    return hear(sent)
  }

  return {
    async close() {
      closing = true
      writer.write = writeHere
      order(null)
      await ended
    },
  }
}

/** With one processor a second thread would only be in the way. */
export const hasRoomForThread = (): boolean => availableParallelism() > 1
