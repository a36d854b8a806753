import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { z } from 'zod'

const started = z.object({ port: z.number() })
const counted = z.object({ accepted: z.number(), inside: z.number() })
const captured = z.object({ messages: z.array(z.string()) })
const receivers = z.object({
  receivers: z.array(z.tuple([z.string(), z.union([z.string(), z.array(z.string())])])),
})

export interface MailSink {
  pid: number
  port: number
  /** Letters taken since it began. */
  count(): Promise<number>
  /** Keeps the next letters whole. */
  capture(most: number): Promise<void>
  captured(): Promise<string[]>
  /** The Message-IDs that came to each address, in order. */
  receivers(): Promise<Map<string, readonly string[]>>
  /** Whether it keeps who got what: a pool that sends the same letter for ever is only counted. */
  remember(ids: boolean): Promise<void>
  /** Milliseconds it takes for each letter from now on. */
  delay(milliseconds: number): Promise<void>
  stop(): void
}

/** A mail server of its own process, on a free port. */
export async function startSink(): Promise<MailSink> {
  const child = fork(path.join(import.meta.dirname, 'sink-process.ts'), { execArgv: ['--import', 'tsx'] })
  const [first] = await once(child, 'message')
  let last = Promise.resolve<unknown>(null)
  const ask = (question: object): Promise<unknown> => {
    last = last.then(async () => {
      const answered = once(child, 'message')
      child.send(question)
      const [answer] = await answered
      return answer
    })
    return last
  }
  return {
    pid: child.pid ?? 0,
    port: started.parse(first).port,
    count: async () => counted.parse(await ask({ ask: 'count' })).accepted,
    capture: async (most) => void (await ask({ ask: 'capture', most })),
    captured: async () => captured.parse(await ask({ ask: 'captured' })).messages,
    async receivers() {
      const found = receivers.parse(await ask({ ask: 'receivers' })).receivers
      return new Map(found.map(([address, ids]) => [address, typeof ids === 'string' ? [ids] : ids]))
    },
    remember: async (ids) => void (await ask({ ask: 'remember', ids })),
    delay: async (milliseconds) => void (await ask({ ask: 'delay', milliseconds })),
    stop: () => child.disconnect(),
  }
}
