import { log } from '../log/log.server.ts'
import { listen, type Channel, type Listener } from './listen.server.ts'

interface Looking {
  channel: Channel
  /** Milliseconds to wait, for what else may come. */
  pause: number
  look: (now: Date) => Promise<unknown>
  /** What is said when it could not look. */
  fault: string
  /** Milliseconds: looks again by itself, for what nobody told of. Never when absent. */
  every?: number
}

/**
 * Looks soon after something was told, once for all that was told meanwhile, and never twice at the same time: however often it is
 * told while it looks, it looks once more.
 */
export function lookSoon({ channel, pause, look, fault, every }: Looking): Listener {
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<unknown> = Promise.resolve()
  let isNext = false
  const begin = () => {
    isNext = false
    return look(new Date())
  }
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null
      if (isNext) return
      isNext = true
      looking = looking.then(begin).catch((error: unknown) => log.error(fault, { job: channel, error }))
    }, pause)
  }
  const again = every === undefined ? null : setInterval(soon, every)
  const listener = listen({ [channel]: soon }, soon)
  return {
    async stop() {
      if (again) clearInterval(again)
      if (timer) clearTimeout(timer)
      await listener.stop()
      await looking
    },
  }
}
