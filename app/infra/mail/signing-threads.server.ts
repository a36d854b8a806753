import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { log } from '../log/log.server.ts'
import { singleton } from '../singleton.ts'

/** RSA-2048 takes a quarter of a millisecond: two threads sign as fast as one process can write. */
const mostThreads = 2
/** Texts that a thread gets at a time: few messages to and fro, and nobody waits long for the others. */
const together = 8

interface Asking {
  text: string
  resolve: (signature: string | null) => void
}

interface Thread {
  worker: Worker
  /** What it signs now. */
  at: readonly Asking[]
}

/** What a thread needs to sign. */
export interface SigningKey {
  privateKey: string
  /** Of `crypto.sign`. */
  digest: string
}

/** Threads that sign with one key at a lower priority than everything else. */
export class SigningThreads {
  readonly #key: SigningKey
  readonly #threads = new Set<Thread>()
  #queue: Asking[] = []
  #scheduled = false

  constructor(key: SigningKey, threads = Math.min(mostThreads, availableParallelism())) {
    this.#key = key
    for (let n = 0; n < threads; n += 1) this.#open()
  }

  signsWith(privateKey: string): boolean {
    return this.#key.privateKey === privateKey
  }

  /** A signature in base64; `null` when no thread is there to sign: a thread that dies takes no letter with it. */
  sign(text: string): Promise<string | null> {
    return new Promise((resolve) => {
      this.#queue.push({ text, resolve })
      if (this.#scheduled) return
      this.#scheduled = true
      setImmediate(() => {
        this.#scheduled = false
        this.#hand()
      })
    })
  }

  async close(): Promise<void> {
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
  }

  #open(): void {
    const worker = new Worker(path.join(import.meta.dirname, 'signing-thread.mjs'), {
      workerData: this.#key,
      execArgv: [],
    })
    const thread: Thread = { worker, at: [] }
    this.#threads.add(thread)
    worker.unref()
    worker.on('message', (signatures: readonly string[]) => {
      const asked = thread.at
      thread.at = []
      this.#hand()
      asked.forEach(({ resolve }, n) => resolve(signatures[n] ?? null))
    })
    worker.on('error', (error) => log.error('a thread that signs has ended', { job: 'deliver', error }))
    worker.on('exit', () => {
      this.#threads.delete(thread)
      for (const { resolve } of thread.at) resolve(null)
      this.#hand()
    })
  }

  /** Gives every idle thread something to do, and as much to each. */
  #hand(): void {
    if (this.#threads.size === 0) for (const { resolve } of this.#queue.splice(0)) resolve(null)
    for (const thread of this.#threads) {
      if (thread.at.length > 0 || this.#queue.length === 0) continue
      thread.at = this.#queue.splice(0, Math.min(together, Math.ceil(this.#queue.length / this.#threads.size)))
      thread.worker.postMessage(thread.at.map(({ text }) => text))
    }
  }
}

interface Kept {
  threads: SigningThreads | null
}

const kept = () => singleton<Kept>('signing-threads', () => ({ threads: null }))

/** The threads of this process; `null` where few letters are signed, and Node's pool does. */
export const signingThreads = (): SigningThreads | null => kept().threads

/** Makes all letters of this process that are signed with this key be signed in threads, until it is closed. */
export function openSigningThreads(key: SigningKey): { close: () => Promise<void> } {
  const threads = new SigningThreads(key)
  kept().threads = threads
  return {
    async close() {
      kept().threads = null
      await threads.close()
    },
  }
}
