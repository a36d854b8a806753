import { appearing } from '../appearing.ts'
import { answerColumns, besideUnchosen } from '../beside.ts'
import { apart, type ApartTransaction } from '../queries/apart.server.ts'
import { findByReceipt, type Held } from '../queries/with-receipt.server.ts'
import { appearsMore, isAgreed, mayAppear, type Appearing } from '../rules.ts'
import { openDraft } from '../sealed-story.server.ts'
import { dayOf } from '../week.ts'
import { appear } from './appear.server.ts'
import { lockTestimony } from './lock.server.ts'
import { noteInTrail, noteStep, pagesChange } from './note-step.server.ts'

export type ApproveOutcome =
  | { outcome: 'approved' }
  /** A second person had said yes before: it appears with this approval. */
  | { outcome: 'published' }
  /** Another text stands there now, more of it would appear than was displayed, or none waits for an approval. */
  | { outcome: 'text-changed' }
  | { outcome: 'no-consent' }
  | { outcome: 'unknown-receipt' }

interface Approval {
  receipt: string
  /** The version that was displayed: no other is approved. */
  draftVersion: number
  /** What the page said would appear: a consent that was added meanwhile lets more appear, and that nobody said yes to. */
  appears: Appearing
}

/** Why there is nothing to say yes to: it was said before, or another text stands there. */
async function whyNot(tx: ApartTransaction, testimonyId: string, draftVersion: number): Promise<ApproveOutcome> {
  const said = await tx.testimony.findFirst({
    where: { id: testimonyId, draftVersion, approvedVersion: draftVersion, state: { in: ['proposed', 'published'] } },
    select: { state: true },
  })
  if (!said) return { outcome: 'text-changed' }
  return { outcome: said.state === 'published' ? 'published' : 'approved' }
}

/**
 * The witness says yes to the text as displayed, and to as much of it as the page said would appear. It is bound to that version: a
 * text that changes afterwards needs another yes.
 * When a second person of the team has said yes to the same version, it appears now; otherwise as soon as one does. Said twice,
 * it is one yes.
 */
export async function approveText({ receipt, draftVersion, appears }: Approval, now: Date): Promise<ApproveOutcome> {
  const held = await findByReceipt(receipt)
  if (!held?.key) return { outcome: 'unknown-receipt' }
  const { testimonyId, key } = held
  return apart().$transaction(async (tx) => {
    const row = await lockTestimony(tx, testimonyId)
    const waits = row.state === 'proposed' && row.draftVersion === draftVersion && row.approvedVersion !== draftVersion
    if (!waits || !row.sealedDraft) return whyNot(tx, testimonyId, draftVersion)
    const { quote } = openDraft(key, { id: testimonyId, version: draftVersion }, row.sealedDraft)
    if (appearsMore(appears, mayAppear(row.uses, { hasQuote: quote !== null }))) return { outcome: 'text-changed' }
    await tx.testimony.update({
      where: { id: testimonyId },
      data: { approvedVersion: draftVersion, settledOn: dayOf(now) },
      select: { id: true },
    })
    await noteStep(tx, { testimonyId, kind: 'approved', draftVersion }, now)
    return appearIfAgreed(tx, { ...held, key }, now)
  })
}

async function appearIfAgreed(
  tx: ApartTransaction,
  { testimonyId, campaignId, key }: Held & { key: NonNullable<Held['key']> },
  now: Date,
): Promise<ApproveOutcome> {
  const row = await tx.testimony.findUniqueOrThrow({
    where: { id: testimonyId },
    select: {
      ...answerColumns,
      uses: true,
      draftVersion: true,
      secondedVersion: true,
      approvedVersion: true,
      sealedDraft: true,
    },
  })
  if (!isAgreed(row) || !row.sealedDraft) return { outcome: 'approved' }
  const { draftVersion } = row
  const draft = openDraft(key, { id: testimonyId, version: draftVersion }, row.sealedDraft)
  const shown = appearing({ ...draft, beside: draft.beside ?? besideUnchosen(row) }, row.uses, now)
  if (!shown) return { outcome: 'no-consent' }
  await appear(tx, { testimonyId, key, draftVersion, shown }, now)
  await noteStep(tx, { testimonyId, kind: 'published', draftVersion }, now)
  await pagesChange(tx, campaignId)
  await noteInTrail(tx, { testimonyId, kind: 'published', draftVersion }, now)
  return { outcome: 'published' }
}
