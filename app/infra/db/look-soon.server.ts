import { log } from '../log/log.server.ts'
import { listen, type Channel, type Listener } from './listen.server.ts'

interface Looking {
  channel: Channel
  /** Milliseconds to wait, for what else may come. */
  pause: number
  look: (now: Date) => Promise<unknown>
  /** What is said when it could not look. */
  fault: string
}

/** Looks soon after something was told, once for all that was told meanwhile, and never twice at the same time. */
export function lookSoon({ channel, pause, look, fault }: Looking): Listener {
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<unknown> = Promise.resolve()
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null
      looking = looking.then(() => look(new Date())).catch((error: unknown) => log.warn(fault, { error }))
    }, pause)
  }
  const listener = listen({ [channel]: soon }, soon)
  return {
    async stop() {
      if (timer) clearTimeout(timer)
      await listener.stop()
      await looking
    },
  }
}
