import { setTimeout as pause } from 'node:timers/promises'
import { runDeliveries } from '#app/features/mailings/jobs.server.ts'

export interface DeliveryWorker {
  stop: () => Promise<void>
}

const running: DeliveryWorker[] = []

/** A worker that delivers until it is stopped, at the latest by `stopDeliveryWorkers`. */
export function aDeliveryWorker(maySend?: () => Promise<boolean>): DeliveryWorker {
  const stopping = new AbortController()
  const done = runDeliveries({ signal: stopping.signal, maySend })
  const stop = () => {
    stopping.abort()
    return done
  }
  running.push({ stop })
  return { stop }
}

/** Call it after each test. */
export const stopDeliveryWorkers = (): Promise<void[]> => Promise.all(running.splice(0).map(({ stop }) => stop()))

/** Waits for what a worker, or another process, does by itself. */
export async function until(condition: () => boolean | Promise<boolean>, seconds = 10): Promise<void> {
  for (const start = performance.now(); !(await condition()); await pause(10)) {
    if (performance.now() - start > seconds * 1000) throw new Error(`it did not happen within ${seconds} seconds`)
  }
}
