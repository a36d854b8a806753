import { z } from 'zod'
import { may } from '#app/features/staff/policy.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { waitingStates } from '#app/features/testimonies/rules.ts'
import { claimMinutes, takeOverMilliseconds } from '../rules.ts'
import { settle, whyRefused, type Hands, type Refusal } from './settle.server.ts'

/** From now on these hands hold it, until the time is over or it is let go. */
export const heldBy = ({ actor, now }: Pick<Hands, 'actor' | 'now'>) => ({
  claimedById: actor.id,
  claimedUntil: new Date(now.getTime() + claimMinutes * 60_000),
})
export const letGo = { claimedById: null, claimedUntil: null }

/** Takes a testimony for half an hour, so that two people do not work on one text. A claim left alone can be taken over. */
export async function claimTestimony(hands: Hands): Promise<{ outcome: 'claimed' } | Refusal> {
  // Whoever proposed a text has no business with it until it comes back: holding it would only keep the others from deciding.
  const where = {
    state: { in: waitingStates },
    NOT: { state: 'proposed' as const, proposedById: hands.actor.id },
  }
  const held = await settle({ kind: 'claimed', where, data: heldBy(hands) }, hands)
  return held ? { outcome: 'claimed' } : whyRefused(hands)
}

/**
 * A gesture of whoever holds it, whatever it is: theirs for the whole time again, and nobody takes it over meanwhile. Nothing
 * is written down of it: who typed when is nobody's business. @returns whether these hands hold it
 */
export async function keepClaim({
  actor,
  testimonyId,
  now,
}: Pick<Hands, 'actor' | 'testimonyId' | 'now'>): Promise<boolean> {
  if (!may(actor, 'moderate') || !z.uuid().safeParse(testimonyId).success) return false
  const { count } = await apart().testimony.updateMany({
    where: { id: testimonyId, claimedById: actor.id, claimedUntil: { gt: now } },
    data: heldBy({ actor, now }),
  })
  return count > 0
}

/**
 * Takes over what somebody else holds and has not touched for five minutes, with a reason. It leaves its trace, and the other
 * is told at their next step: nothing that they send afterwards is written over.
 */
export async function takeOverTestimony(
  { reason }: { reason: string },
  hands: Hands,
): Promise<{ outcome: 'taken-over-by-you' } | { outcome: 'too-early' } | Refusal> {
  const { actor, now } = hands
  const untouched = new Date(now.getTime() + takeOverMilliseconds)
  const taken = await settle(
    {
      kind: 'taken-over',
      reason,
      whoeverHolds: true,
      where: {
        state: { in: waitingStates },
        claimedById: { not: actor.id },
        claimedUntil: { gt: now, lte: untouched },
        // As with a claim: a proposal waits for others than whoever made it.
        NOT: { state: 'proposed', proposedById: actor.id },
      },
      data: heldBy(hands),
    },
    hands,
  )
  if (taken) return { outcome: 'taken-over-by-you' }
  const refusal = await whyRefused(hands)
  return refusal.outcome === 'claimed-by-another' ? { outcome: 'too-early' } : refusal
}

/** Gives a testimony back to the queue. What was not saved is not kept. */
export async function releaseTestimony(hands: Hands): Promise<{ outcome: 'released' } | Refusal> {
  const released = await settle({ kind: 'released', where: { claimedById: hands.actor.id }, data: letGo }, hands)
  return released ? { outcome: 'released' } : whyRefused(hands)
}
