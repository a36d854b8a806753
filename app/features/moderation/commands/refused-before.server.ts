import { besideUnchosen, type Answers, type Beside } from '#app/features/testimonies/beside.ts'
import type { ApartTransaction } from '#app/features/testimonies/queries/apart.server.ts'
import type { Draft } from '#app/features/testimonies/schema.ts'
import type { EarlierProposal } from '#app/features/testimonies/sealed-story.server.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { isSameProposal } from '../redaction/proposal.ts'
import { writeToWitness } from './write-to-witness.server.ts'

/** Ends the transaction: nothing was proposed. */
export class RefusedBefore extends Error {
  override name = 'RefusedBefore'
}

interface Again {
  testimonyId: string
  key: DataKey
  answers: Answers
  /** The versions whose words are still known: the one that stands there, and the one that was proposed before it. */
  known: readonly EarlierProposal[]
  next: Draft & { beside: Beside }
  /** What the witness is told; `null`: nothing. */
  why: string | null
}

/**
 * After a no of the witness the very same text is proposed again only with a word to them. Called inside the transaction of the
 * proposal, once the row is locked: a no that comes at the same instant is seen. @throws RefusedBefore
 */
export async function answerTheNo(tx: ApartTransaction, again: Again, now: Date): Promise<void> {
  const { testimonyId, key, answers, known, next, why } = again
  const refused = await tx.decision.findMany({
    where: { testimonyId, kind: 'refused', draftVersion: { in: known.map(({ version }) => version) } },
    select: { draftVersion: true },
  })
  const refusedTexts = known.filter(({ version }) => refused.some(({ draftVersion }) => draftVersion === version))
  if (refusedTexts.length === 0) return
  if (why !== null) return writeToWitness(tx, { testimonyId, key, kind: 'decision', words: why }, now)
  const isSame = refusedTexts.some(({ beside, ...text }) =>
    isSameProposal({ ...text, beside: beside ?? besideUnchosen(answers) }, next),
  )
  if (isSame) throw new RefusedBefore()
}
