import { statesBefore, waitingStates } from '#app/features/testimonies/rules.ts'
import type { Draft as Text } from '#app/features/testimonies/schema.ts'
import {
  answerColumns,
  besideOf,
  besideUnchosen,
  type Answers,
  type Beside,
  type BesideChoice,
} from '#app/features/testimonies/beside.ts'
import { openDraftWithPast, sealDraft, type EarlierProposal } from '#app/features/testimonies/sealed-story.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { refusedProposal } from '../redaction/proposal.ts'
import { heldBy, letGo } from './claim-testimony.server.ts'
import { mayAppearWhere } from './may-appear.server.ts'
import { answerTheNo, RefusedBefore } from './refused-before.server.ts'
import { keyFor, settle, whyRefused, type Hands, type Refusal } from './settle.server.ts'

export interface Draft {
  story: Text
  /** What is to stand beside it; without a choice, what stood beside the version before. */
  choice?: BesideChoice
  /** The version that was displayed when the writing began. */
  draftVersion: number
}

interface Past {
  /** What was proposed last, up to that version: kept under the same seal, for whoever reads the next proposal. */
  before: EarlierProposal | null
  /** What is to stand beside the next version: of the answers of the deposit, never anything else. */
  beside: Beside
}

interface Standing extends Past {
  answers: Answers
  /** The version that was displayed, if one was written, and the one that was proposed before it. */
  known: EarlierProposal[]
}

/** What the next version takes from the one that was displayed; `null` when that is gone. */
async function pastOf(key: DataKey, { draftVersion, choice }: Draft, { testimonyId }: Hands): Promise<Standing | null> {
  const row = await apart().testimony.findFirst({
    where: { id: testimonyId, draftVersion },
    select: { ...answerColumns, sealedDraft: true },
  })
  if (!row) return null
  const kept = row.sealedDraft && openDraftWithPast(key, { id: testimonyId, version: draftVersion }, row.sealedDraft)
  const beside = choice ? besideOf(row, choice) : (kept?.draft.beside ?? besideUnchosen(row))
  if (!kept) return { before: null, beside, answers: row, known: [] }
  const displayed = { ...kept.draft, version: draftVersion }
  const known = kept.before ? [displayed, kept.before] : [displayed]
  return { before: kept.proposed ? displayed : kept.before, beside, answers: row, known }
}

interface Next extends Past {
  draft: Draft
  proposed: boolean
}

/** The next version, sealed, if nobody wrote one meanwhile. What was said of the version before is over. */
const nextVersion = (key: DataKey, { draft, proposed, before, beside }: Next, { testimonyId }: Hands) => ({
  draftVersion: draft.draftVersion + 1,
  sealedDraft: sealDraft(
    key,
    { id: testimonyId, version: draft.draftVersion + 1 },
    { ...draft.story, beside, proposed, before },
  ),
  secondedById: null,
  secondedVersion: null,
  approvedVersion: null,
})

/**
 * Keeps the text that is to appear as a new version. A proposal was for the version before: it is over, and the new text
 * needs one of its own. Two people who saved from the same version: the second is told, and loses nothing of what was typed.
 */
export async function saveDraft(draft: Draft, hands: Hands): Promise<{ outcome: 'saved' } | Refusal> {
  const { draftVersion } = draft
  const key = await keyFor(hands)
  if (!key) return whyRefused(hands, draftVersion)
  const past = await pastOf(key, draft, hands)
  if (!past) return whyRefused(hands, draftVersion)
  const next = nextVersion(key, { ...past, draft, proposed: false }, hands)
  const saved = await settle(
    {
      kind: 'drafted',
      draftVersion: draftVersion + 1,
      where: { draftVersion, state: { in: waitingStates } },
      data: { ...next, ...heldBy(hands), proposedById: null },
      // A text that was proposed is one to work on again; asked, held or taken off the site, it stays that.
      also: async (tx) => {
        await tx.testimony.updateMany({
          where: { id: hands.testimonyId, state: 'proposed' },
          data: { state: 'submitted' },
        })
      },
    },
    hands,
  )
  return saved ? { outcome: 'saved' } : whyRefused(hands, draftVersion)
}

interface Proposal extends Draft {
  lookedAt?: string | undefined
  /** What the witness is told after a no of theirs: without it the same text is not proposed again. */
  againWhy?: string | null
}

/** Version, state and hands may all be right: then a quote that is not there is what the consent was for. */
async function whyNotProposed({ draftVersion, story }: Draft, hands: Hands): Promise<Refusal> {
  const refusal = await whyRefused(hands, draftVersion)
  if (refusal.outcome !== 'someone-was-faster') return refusal
  const row = await apart().testimony.findFirst({
    where: { id: hands.testimonyId, draftVersion, NOT: mayAppearWhere(story) },
    select: { id: true },
  })
  return row ? { outcome: 'no-consent' } : refusal
}

/**
 * Keeps the text as displayed, shows it to the witness and asks someone else of the team to agree. Only with the witness's
 * consent to `publish` (or to `quote` and `press`, for a quote): without it nobody can, whatever their role. What the guard forbids in the
 * text is not proposed, nor what it doubts unless somebody says that they looked at as many as it counts. What the witness said
 * no to is not proposed again as it was, unless they are told why: it stays in the history and in the thread.
 */
export async function proposePublication(
  draft: Proposal,
  hands: Hands,
): Promise<{ outcome: 'proposed' | 'points-to-someone' | 'not-looked-at' | 'same-as-refused' } | Refusal> {
  const { draftVersion, story, lookedAt, againWhy = null } = draft
  const { testimonyId, now } = hands
  const key = await keyFor(hands)
  if (!key) return whyRefused(hands, draftVersion)
  const refused = refusedProposal(story, lookedAt)
  if (refused) return refused
  const past = await pastOf(key, draft, hands)
  if (!past) return whyRefused(hands, draftVersion)
  const { answers, known, ...carried } = past
  const again = { testimonyId, key, answers, known, next: { ...story, beside: past.beside }, why: againWhy }
  const proposed = await settle(
    {
      kind: 'proposed',
      draftVersion: draftVersion + 1,
      where: { draftVersion, state: { in: statesBefore('proposed') }, AND: mayAppearWhere(story) },
      data: {
        ...nextVersion(key, { ...carried, draft, proposed: true }, hands),
        ...letGo,
        state: 'proposed',
        proposedById: hands.actor.id,
      },
      note: againWhy === null ? null : { words: againWhy, key },
      also: (tx) => answerTheNo(tx, again, now),
    },
    hands,
  ).catch((cause: unknown) => {
    if (cause instanceof RefusedBefore) return 'same-as-refused' as const
    throw cause
  })
  if (proposed === 'same-as-refused') return { outcome: proposed }
  return proposed ? { outcome: 'proposed' } : whyNotProposed(draft, hands)
}
