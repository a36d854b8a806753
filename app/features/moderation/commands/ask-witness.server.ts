import { statesBefore } from '#app/features/testimonies/rules.ts'
import { letGo } from './claim-testimony.server.ts'
import { keyFor, settle, whyRefused, type Hands, type Refusal } from './settle.server.ts'
import { writeToWitness } from './write-to-witness.server.ts'

interface Question {
  draftVersion: number
  question: string
}

/**
 * Asks the author something: a sealed message that only their receipt and the team's key open. A text that was proposed is
 * not any more, because the answer may change it. Asked again, the thread goes on.
 */
export async function askWitness(
  { draftVersion, question }: Question,
  hands: Hands,
): Promise<{ outcome: 'asked' } | Refusal> {
  const { testimonyId, now } = hands
  const key = await keyFor(hands)
  if (!key) return whyRefused(hands, draftVersion)
  const asked = await settle(
    {
      kind: 'asked',
      draftVersion,
      where: { draftVersion, state: { in: ['asked', ...statesBefore('asked')] } },
      data: {
        ...letGo,
        state: 'asked',
        heldUntil: null,
        proposedById: null,
        secondedById: null,
        secondedVersion: null,
      },
      also: (tx) => writeToWitness(tx, { testimonyId, key, kind: 'question', words: question }, now),
    },
    hands,
  )
  return asked ? { outcome: 'asked' } : whyRefused(hands, draftVersion)
}
