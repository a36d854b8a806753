import { appearing } from '#app/features/testimonies/appearing.ts'
import { answerColumns, besideUnchosen } from '#app/features/testimonies/beside.ts'
import { appear } from '#app/features/testimonies/commands/appear.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { openDraft } from '#app/features/testimonies/sealed-story.server.ts'
import { mayDecideOn } from '../policy.ts'
import { mayPublish } from '../redaction/proposal.ts'
import { letGo } from './claim-testimony.server.ts'
import { mayAppearWhere } from './may-appear.server.ts'
import { keyFor, settle, whyRefused, type Hands, type Refusal } from './settle.server.ts'

interface Displayed {
  /** The version that was displayed: no other is decided on. */
  draftVersion: number
  /** How many of what the guard forbids this person says they looked at and leave in. */
  lookedAt?: string | undefined
}

const proposal = (id: string) =>
  apart().testimony.findUnique({
    where: { id },
    select: { ...answerColumns, draftVersion: true, sealedDraft: true, proposedById: true },
  })

/**
 * A second person says yes to exactly the version that was displayed: someone other than its proposer. It appears at once when
 * the witness has said yes to the same version, otherwise as soon as they do; without the witness nothing appears, whoever
 * asks. What the guard forbids and the text still holds takes their word that they looked at it. The published text is a copy of its own; until this moment no column holds a word of it in clear.
 */
export async function publishTestimony(
  { draftVersion, lookedAt }: Displayed,
  hands: Hands,
): Promise<{ outcome: 'published' | 'awaits-witness' | 'not-looked-at' } | Refusal> {
  const { actor, testimonyId, now } = hands
  const [row, key] = await Promise.all([proposal(testimonyId), keyFor(hands)])
  if (!row?.sealedDraft || !key || row.draftVersion !== draftVersion || !mayDecideOn(actor, row))
    return whyRefused(hands, draftVersion)
  const draft = openDraft(key, { id: testimonyId, version: draftVersion }, row.sealedDraft)
  if (!mayPublish(draft, lookedAt)) return { outcome: 'not-looked-at' }
  const standing = {
    draftVersion,
    state: 'proposed' as const,
    proposedById: { not: actor.id },
    AND: mayAppearWhere(draft),
  }
  const seconded = { secondedById: actor.id, secondedVersion: draftVersion }
  const published = await settle(
    {
      kind: 'published',
      draftVersion,
      where: { ...standing, approvedVersion: draftVersion },
      data: { ...letGo, ...seconded },
      also: async (tx) => {
        const { uses } = await tx.testimony.findUniqueOrThrow({ where: { id: testimonyId }, select: { uses: true } })
        const shown = appearing({ ...draft, beside: draft.beside ?? besideUnchosen(row) }, uses, now)
        if (shown) await appear(tx, { testimonyId, key, draftVersion, shown }, now)
      },
    },
    hands,
  )
  if (published) return { outcome: 'published' }
  const waits = {
    ...standing,
    secondedVersion: null,
    OR: [{ approvedVersion: null }, { NOT: { approvedVersion: draftVersion } }],
  }
  const kept = await settle({ kind: 'seconded', draftVersion, where: waits, data: { ...letGo, ...seconded } }, hands)
  return kept ? { outcome: 'awaits-witness' } : whyRefused(hands, draftVersion)
}
