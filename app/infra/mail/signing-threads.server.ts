import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { log } from '../log/log.server.ts'
import { singleton } from '../singleton.ts'
import { publicHalf } from './dkim-key.server.ts'

/** A signature by RSA-2048 takes a fifth of a millisecond: two threads sign more than one process can write. */
const mostThreads = 2
/** Texts that a thread gets at a time: few messages to and fro, and none waits long for the others. */
const together = 8

interface Asking {
  text: string
  resolve: (signature: string | null) => void
}

interface Thread {
  worker: Worker
  /** What it signs now. */
  asked: readonly Asking[]
}

/** Threads that sign with one RSA key, behind everything else that this machine has to do. */
export class SigningThreads {
  readonly #privateKey: string
  readonly #threads = new Set<Thread>()
  #queue: Asking[] = []
  #scheduled = false

  constructor(privateKey: string, threads = Math.min(mostThreads, availableParallelism())) {
    this.#privateKey = privateKey
    for (let n = 0; n < threads; n += 1) this.#open()
  }

  signsWith(privateKey: string): boolean {
    return this.#privateKey === privateKey
  }

  /** RSA-SHA256 of a text of latin1 letters, in base64; `null` when there is no thread to sign: one that ends takes no letter with it. */
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
    const file = path.join(import.meta.dirname, 'signing-thread.mjs')
    const worker = new Worker(file, { workerData: { privateKey: this.#privateKey }, execArgv: [] })
    const thread: Thread = { worker, asked: [] }
    this.#threads.add(thread)
    worker.unref()
    worker.on('message', (signatures: readonly string[]) => {
      const { asked } = thread
      thread.asked = []
      this.#hand()
      asked.forEach(({ resolve }, n) => resolve(signatures[n] ?? null))
    })
    worker.on('error', (error) => log.error('a thread that signs has ended', { job: 'deliver', error }))
    worker.on('exit', () => {
      this.#threads.delete(thread)
      for (const { resolve } of thread.asked) resolve(null)
      this.#hand()
    })
  }

  /** Gives every idle thread something to do, and as much to each. */
  #hand(): void {
    const { size } = this.#threads
    if (size === 0) for (const { resolve } of this.#queue.splice(0)) resolve(null)
    for (const thread of this.#threads) {
      if (thread.asked.length > 0 || this.#queue.length === 0) continue
      thread.asked = this.#queue.splice(0, Math.min(together, Math.ceil(this.#queue.length / size)))
      thread.worker.postMessage(thread.asked.map(({ text }) => text))
    }
  }
}

interface Kept {
  threads: SigningThreads | null
}

const kept = () => singleton<Kept>('signing-threads', () => ({ threads: null }))

/** The threads of this process; `null` where few letters are signed, and Node's pool does. */
export const signingThreads = (): SigningThreads | null => kept().threads

/**
 * From now on, letters that are signed with this key are signed in threads, until it is closed. Nothing happens for a key of which
 * a signature costs next to nothing (Ed25519), or none.
 */
export function openSigningThreads(privateKey: string | undefined): { close: () => Promise<void> } {
  const threads = privateKey && publicHalf(privateKey)?.kind === 'rsa' ? new SigningThreads(privateKey) : null
  kept().threads = threads
  return {
    async close() {
      kept().threads = null
      await threads?.close()
    },
  }
}
