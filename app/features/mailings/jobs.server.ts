import { setTimeout as pause } from 'node:timers/promises'
import { listen } from '#app/infra/db/listen.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { mailConnections } from '#app/infra/mail/transport.server.ts'
import { settleFinishedMailings } from './commands/settle-finished-mailings.server.ts'
import { pauseAfterFailures, putBack } from './rules.ts'
import { claimDeliveries, endExpiredLeases, type Claim } from './jobs/deliver/claim.server.ts'
import { deliverOne, type Lesson } from './jobs/deliver/deliver-one.server.ts'
import { settleDelivery } from './jobs/deliver/settle.server.ts'

/** Looks again by itself, should a notification be lost; deferred letters fall due without one. */
const lookAgain = 2000
const sweepEvery = 5000

export interface DeliveryRun {
  /** Ends the run: what is in flight is finished and written down, nothing new is begun. */
  signal: AbortSignal
}

/** Resolves at the next ring or after a while; a ring while nobody waits is kept. */
function bell() {
  let rung = false
  let wake = () => {}
  const ring = () => {
    rung = true
    wake()
  }
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(ring, milliseconds)
      wake = () => {
        clearTimeout(timer)
        rung = false
        wake = () => {}
        resolve()
      }
      if (rung) wake()
    })
  return { ring, wait }
}

/** Counts rounds in which the server could not be reached, not letters: ten that fail together are one failure. */
function reachability() {
  let failures = 0
  let round = 0
  let failedRound = 0
  return {
    get failures() {
      return failures
    },
    beginRound: () => (round += 1),
    learn(lesson: Lesson, inRound: number) {
      if (lesson === 'reached') failures = 0
      if (lesson !== 'unreachable' || inRound <= failedRound) return
      failures += 1
      failedRound = round
    },
  }
}

/**
 * Delivers what is due until told to stop. A letter is claimed only when a lane is free to send it at once, so that after a
 * crash no more letters are in doubt than were in flight. Several workers may run; each letter is claimed by one.
 */
export async function runDeliveries({ signal }: DeliveryRun): Promise<void> {
  const lanes = mailConnections() * 2 // one speaks to the server while the other writes down
  const inFlight = new Set<Promise<void>>()
  const stir = bell()
  const server = reachability()
  let sweptAt = -Infinity
  const ears = listen({ delivery: stir.ring }, stir.ring)
  signal.addEventListener('abort', stir.ring, { once: true })

  function begin(claim: Claim, { claimedAt, round }: { claimedAt: number; round: number }): void {
    const done: Promise<void> = deliverOne(claim, claimedAt)
      .then((lesson) => server.learn(lesson, round))
      // The lease is left to end by itself: what was sent and could not be written down must not be sent again at once.
      .catch((error: unknown) =>
        log.error('a delivery could not be written down', { job: 'deliver', id: claim.id, error }),
      )
      .finally(() => {
        inFlight.delete(done)
        stir.ring()
      })
    inFlight.add(done)
  }

  async function sweep(): Promise<void> {
    if (performance.now() - sweptAt < sweepEvery) return
    sweptAt = performance.now()
    const ended = await endExpiredLeases()
    if (ended > 0) log.warn('leases of a worker that is gone were ended', { job: 'deliver', count: ended })
    await settleFinishedMailings()
  }

  /** Claims what is due for the lanes that are free. While the server cannot be reached, one letter at a time asks for it. */
  async function claimAndBegin(): Promise<void> {
    await sweep()
    const start = { claimedAt: performance.now(), round: server.beginRound() }
    const claims = await claimDeliveries(server.failures > 0 ? 1 : lanes - inFlight.size)
    if (signal.aborted) await Promise.all(claims.map((claim) => settleDelivery(claim, putBack)))
    else for (const claim of claims) begin(claim, start)
    if (claims.length > 0 || signal.aborted) return
    if (inFlight.size === 0) await settleFinishedMailings()
    await stir.wait(lookAgain)
  }

  async function waitForServer(): Promise<void> {
    await Promise.all(inFlight)
    await pause(pauseAfterFailures(server.failures), undefined, { signal }).catch(() => {})
  }

  while (!signal.aborted) {
    try {
      if (inFlight.size >= lanes) await stir.wait(lookAgain)
      else await claimAndBegin()
      if (server.failures > 0) await waitForServer()
    } catch (error) {
      log.error('deliveries pause', { job: 'deliver', error })
      await stir.wait(lookAgain)
    }
  }
  signal.removeEventListener('abort', stir.ring)
  await Promise.all(inFlight)
  await ears.stop()
}
