import { statesBefore } from '#app/features/testimonies/rules.ts'
import type { ApartTransaction } from '#app/features/testimonies/queries/apart.server.ts'
import { letGo } from './claim-testimony.server.ts'
import { keyFor, settle, whyRefused, type Hands, type Refusal } from './settle.server.ts'
import { isLastSaid, writeToWitness } from './write-to-witness.server.ts'

/** Ends the transaction: the row is locked by then, and of two at once the second one sees the first. */
class AskedAlready extends Error {
  override name = 'AskedAlready'
}

interface Question {
  draftVersion: number
  question: string
}

/**
 * Asks the author something: a sealed message that only their receipt and the team's key open. A text that was proposed is
 * not any more, because the answer may change it. Asked again, the thread goes on; the very words that were asked last, with
 * no answer since, are not asked twice.
 */
export async function askWitness(
  { draftVersion, question }: Question,
  hands: Hands,
): Promise<{ outcome: 'asked' } | Refusal> {
  const { testimonyId, now } = hands
  const key = await keyFor(hands)
  if (!key) return whyRefused(hands, draftVersion)
  const step = {
    kind: 'asked' as const,
    draftVersion,
    where: { draftVersion, state: { in: ['asked' as const, ...statesBefore('asked')] } },
    data: {
      ...letGo,
      state: 'asked' as const,
      heldUntil: null,
      proposedById: null,
      secondedById: null,
      secondedVersion: null,
    },
    also: async (tx: ApartTransaction) => {
      if (await isLastSaid(tx, { testimonyId, key, kind: 'question', words: question })) throw new AskedAlready()
      await writeToWitness(tx, { testimonyId, key, kind: 'question', words: question }, now)
    },
  }
  const asked = await settle(step, hands).catch((cause: unknown) => {
    if (cause instanceof AskedAlready) return true // rolled back: nothing was written a second time
    throw cause
  })
  return asked ? { outcome: 'asked' } : whyRefused(hands, draftVersion)
}
