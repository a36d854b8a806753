import type { Prisma } from '#app/infra/db/generated/client.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { nothingAppears, storyLeaves } from '../appearing.ts'
import { apart } from '../queries/apart.server.ts'
import { findByReceipt } from '../queries/with-receipt.server.ts'
import { appearsMore, mayAppear } from '../rules.ts'
import type { Use } from '../schema.ts'
import { openDraft } from '../sealed-story.server.ts'
import { dayOf } from '../week.ts'
import { lockTestimony, type Locked } from './lock.server.ts'
import { noteInTrail, noteStep, pagesChange } from './note-step.server.ts'
import { reopenCases, repliesLeave } from './reopen-cases.server.ts'

export type ChangeUsesOutcome =
  | { outcome: 'changed' }
  /** Something that stood on the site is gone with it. */
  | { outcome: 'taken-off' }
  | { outcome: 'unchanged' }
  /** Withdrawn meanwhile. */
  | { outcome: 'nothing-left' }
  | { outcome: 'unknown-receipt' }

type Change = Prisma.TestimonyUncheckedUpdateInput

const agreedByNobody = { proposedById: null, approvedVersion: null, secondedById: null, secondedVersion: null }

/** What has to leave the site: the columns to empty, and the state when nothing is left there. `null`: nothing leaves. */
function leaves({ state, publishedText, publishedQuote }: Locked, uses: readonly Use[]): Change | null {
  if (state !== 'published') return null
  const story = publishedText !== null && uses.includes('publish')
  const quote = publishedQuote !== null && uses.includes('quote') && uses.includes('press')
  if (!story && !quote) return { ...nothingAppears, ...agreedByNobody, state: 'unpublished' }
  if (!story && publishedText !== null) return storyLeaves
  return !quote && publishedQuote !== null ? { publishedQuote: null } : null
}

/**
 * What becomes of a text that waits: with no use left that would show it, it is one to work on again; with one more than before
 * it needs another yes of its witness, who said theirs when less would have appeared.
 */
function waits(row: Locked, uses: readonly Use[], hasQuote: boolean): Change {
  if (row.state !== 'proposed') return {}
  const [before, after] = [mayAppear(row.uses, { hasQuote }), mayAppear(uses, { hasQuote })]
  if (!after) return { ...agreedByNobody, state: 'submitted' }
  return appearsMore(before, after) ? { approvedVersion: null } : {}
}

function holdsQuote(key: DataKey | null, id: string, { sealedDraft, draftVersion }: Locked): boolean {
  return key && sealedDraft ? openDraft(key, { id, version: draftVersion }, sealedDraft).quote !== null : false
}

interface Consents {
  receipt: string
  uses: readonly Use[]
}

/**
 * The consents as the witness has them now. What a use no longer covers leaves the site in the same instant; a use that is added
 * publishes nothing.
 */
export async function changeUses({ receipt, uses }: Consents, now: Date): Promise<ChangeUsesOutcome> {
  const held = await findByReceipt(receipt)
  if (!held) return { outcome: 'unknown-receipt' }
  const { testimonyId, key } = held
  return apart().$transaction(async (tx) => {
    const row = await lockTestimony(tx, testimonyId)
    if (row.state === 'withdrawn') return { outcome: 'nothing-left' }
    if (row.uses.length === uses.length && uses.every((use) => row.uses.includes(use))) return { outcome: 'unchanged' }
    const leaving = leaves(row, uses)
    await tx.testimony.update({
      where: { id: testimonyId },
      data: {
        uses: [...uses],
        unreadByTeam: true,
        settledOn: dayOf(now),
        ...waits(row, uses, row.state === 'proposed' && holdsQuote(key, testimonyId, row)),
        ...leaving,
      },
      select: { id: true },
    })
    const step = { testimonyId, kind: 'uses-changed' as const, draftVersion: row.draftVersion }
    await noteStep(tx, step, now)
    if (!leaving) return { outcome: 'changed' }
    // A reply to the story does not come to stand under its sentence.
    const answered = row.publishedText === null || !uses.includes('publish')
    if (leaving.state === undefined && answered)
      await reopenCases(tx, { testimonyId, draftVersion: row.draftVersion }, now)
    if (answered) await repliesLeave(tx, testimonyId)
    await pagesChange(tx, row.campaignId)
    await noteInTrail(tx, step, now)
    return { outcome: 'taken-off' }
  })
}
