import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { config } from '#app/infra/config.server.ts'
import { singleton } from '#app/infra/singleton.ts'

export type Purpose = 'sign' | 'testify' | 'enter'

/** How much one network may do. Generous: a school, a library or a job centre is one network. */
const limits = (): Record<Purpose, { points: number; duration: number }> => ({
  sign: { points: config().signLimit.points, duration: config().signLimit.seconds },
  testify: { points: 20, duration: 3600 },
  enter: { points: 30, duration: 900 },
})

const limiter = (purpose: Purpose) =>
  singleton(`throttle-${purpose}`, () => new RateLimiterMemory({ keyPrefix: purpose, ...limits()[purpose] }))

/** Takes one from what a network may do. @returns whether it was left; always when there is no network to tell apart */
export async function throttle(purpose: Purpose, network: string | null): Promise<boolean> {
  if (network === null) return true
  try {
    await limiter(purpose).consume(network)
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}
