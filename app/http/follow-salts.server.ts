import { keyring } from '#app/infra/vault/keys.server.ts'
import { daySalts } from './day-salts.server.ts'
import { SaltExchange, type Exchanging } from './salt-exchange.server.ts'

/** Where the processes of one database speak with each other. */
export interface SaltChannel {
  say: Exchanging['say']
  /** `onMissed`: what was said until now may not have been heard. Called at the start, too. */
  listen: (hear: (told: string) => void, onMissed: () => void) => Following
}

interface Following {
  stop: () => Promise<void>
}

const millisecondsBetweenLooks = 60_000

/** Shares the salt of the day with the other processes, for as long as it is followed. Resolves once there is one. */
export async function followSalts(channel: SaltChannel, own: Partial<Exchanging> = {}): Promise<Following> {
  const exchange = new SaltExchange({ salts: daySalts(), macKey: keyring().saltKey, say: channel.say, ...own })
  let missed: () => void = () => {}
  const first = new Promise<void>((resolve) => (missed = resolve))
  const listener = channel.listen(
    (told) => exchange.hear(told),
    () => missed(),
  )
  // Whoever asks before they hear would miss the answer.
  await first
  missed = () => void exchange.compare()
  await exchange.tend()
  const timer = setInterval(() => void exchange.tend(), millisecondsBetweenLooks).unref()
  return {
    async stop() {
      clearInterval(timer)
      exchange.stop()
      await listener.stop()
    },
  }
}
