import { z } from 'zod'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { openDraftWithPast, openNote, openOriginal } from '#app/features/testimonies/sealed-story.server.ts'
import { answerColumns, besideUnchosen } from '#app/features/testimonies/beside.ts'
import { findRarity } from '#app/features/testimonies/queries/rarity.server.ts'
import { askedOutOf } from '../queries/asked-out.server.ts'
import { claimSeenBy, mayTakeOver } from '../rules.ts'
import type { OpenedTestimony } from '../workbench.ts'
import { keyFor, type Hands } from './settle.server.ts'

const columns = {
  id: true,
  locale: true,
  campaignId: true,
  ...answerColumns,
  uses: true,
  receivedWeek: true,
  state: true,
  sealedOriginal: true,
  sealedDraft: true,
  draftVersion: true,
  claimedById: true,
  claimedUntil: true,
  proposedById: true,
  secondedVersion: true,
  approvedVersion: true,
  publishedOn: true,
  urgent: true,
  unreadByTeam: true,
  heldUntil: true,
  campaign: { select: { slug: true } },
  decisions: {
    orderBy: { at: 'asc' },
    select: { id: true, staffId: true, kind: true, reason: true, sealedNote: true, draftVersion: true, at: true },
  },
} as const

/** Field by field: what is not named here does not travel to the page. */
const factsOf = ({
  id,
  locale,
  system,
  department,
  period,
  consequences,
  attempts,
  uses,
  receivedWeek,
  state,
  draftVersion,
  secondedVersion,
  approvedVersion,
  publishedOn,
  urgent,
  unreadByTeam,
  heldUntil,
}: Omit<OpenedTestimony, Made>) => ({
  id,
  locale,
  system,
  department,
  period,
  consequences,
  attempts,
  uses,
  receivedWeek,
  state,
  draftVersion,
  secondedVersion,
  approvedVersion,
  publishedOn,
  urgent,
  unreadByTeam,
  heldUntil,
})
type Made =
  | 'mayTakeOver'
  | 'campaignSlug'
  | 'original'
  | 'draft'
  | 'beside'
  | 'askedOut'
  | 'rarity'
  | 'before'
  | 'claim'
  | 'minutesLeft'
  | 'proposedBy'
  | 'history'

/**
 * Opens a sealed testimony for a moderator. Each opening leaves an entry in the trail; while one holds the claim, the claim's
 * own entry stands for them.
 */
export async function openTestimony(hands: Hands): Promise<OpenedTestimony | null> {
  const { actor, testimonyId, now } = hands
  if (!z.uuid().safeParse(testimonyId).success) return null
  const row = await apart().testimony.findUnique({ where: { id: testimonyId }, select: columns })
  if (!row) return null
  const { sealedOriginal, sealedDraft, decisions, campaign, claimedUntil, proposedById } = row
  const claim = claimSeenBy(actor.id, row, now)
  if (claim !== 'mine') {
    const deed = {
      actor,
      action: 'testimony.opened',
      subject: `testimony:${testimonyId}`,
      detail: { state: row.state },
    }
    await apart().$transaction((tx) => appendAudit(tx, deed, now))
  }
  const key = await keyFor(hands)
  const original = key && sealedOriginal ? openOriginal(key, testimonyId, sealedOriginal) : null
  const written =
    key && sealedDraft ? openDraftWithPast(key, { id: testimonyId, version: row.draftVersion }, sealedDraft) : null
  // Past its time the original is gone; the text that the witness agreed to is not.
  const gone = written && !sealedOriginal ? { title: written.draft.title, text: '', contentWarning: null } : null
  return {
    ...factsOf(row),
    campaignSlug: campaign.slug,
    original: original ?? gone,
    draft: written?.draft ?? (original && { ...original, quote: null }),
    beside: written?.draft.beside ?? besideUnchosen(row),
    askedOut: key ? await askedOutOf(row, key) : [],
    rarity: await findRarity(row),
    before: written?.before ? { ...written.before, beside: written.before.beside ?? besideUnchosen(row) } : null,
    claim,
    mayTakeOver: claim === 'another' && mayTakeOver(claimedUntil, now),
    minutesLeft:
      claim === 'free' || !claimedUntil ? null : Math.ceil((claimedUntil.getTime() - now.getTime()) / 60_000),
    proposedBy: proposedById === null ? 'nobody' : proposedById === actor.id ? 'me' : 'another',
    history: decisions.map(({ id, staffId, sealedNote, ...decision }) => ({
      ...decision,
      id,
      note: key && sealedNote && openNote(key, id, sealedNote),
      who: staffId === actor.id ? null : (staffId?.slice(-4) ?? 'witness'),
    })),
  }
}
