import { listen, notify, type Listener } from '#app/infra/db/listen.server.ts'
import { keyring } from '#app/infra/vault/keys.server.ts'
import { daySalts } from './day-salts.server.ts'
import { SaltExchange, type Exchanging } from './salt-exchange.server.ts'

const millisecondsBetweenLooks = 60_000

/**
 * Shares the salt of the day with the other processes of this database, for as long as it is followed. Resolves once there is one.
 */
export async function followSalts(own: Partial<Exchanging> = {}): Promise<Listener> {
  const say = (told: string) => notify('salt', told)
  const exchange = new SaltExchange({ salts: daySalts(), macKey: keyring().saltKey, say, ...own })
  let missed: () => void = () => {}
  const first = new Promise<void>((resolve) => (missed = resolve))
  const listener = listen({ salt: (told) => exchange.hear(told) }, () => missed())
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
