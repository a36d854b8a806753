import { statesBefore, waitingStates } from '#app/features/testimonies/rules.ts'
import type { TestimonyState } from '#app/features/testimonies/schema.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import { letGo } from './claim-testimony.server.ts'
import { keyFor, settle, whyRefused, type Hands, type Refusal } from './settle.server.ts'

interface Holding {
  draftVersion: number
  reason: string
  /** `YYYY-MM-DD`; `null`: until somebody takes it up again. */
  until: string | null
  note: string | null
  /** The state that was displayed, where several are set aside at once. */
  shownState?: TestimonyState
}

const longestDays = 366

/** What was proposed is not proposed any more: it waits for nobody while it is set aside. */
const noProposal = { proposedById: null, secondedById: null, secondedVersion: null }

/** Sets a testimony aside, with a reason, until a day or until somebody takes it up again. */
export async function holdTestimony(
  { draftVersion, reason, until, note, shownState }: Holding,
  hands: Hands,
): Promise<{ outcome: 'held' } | { outcome: 'day-not-ahead' } | Refusal> {
  const heldUntil = until === null ? null : new Date(`${until}T00:00:00Z`)
  const days = heldUntil === null ? 1 : (heldUntil.getTime() - dayOf(hands.now).getTime()) / 86_400_000
  if (days < 1 || days > longestDays) return { outcome: 'day-not-ahead' }
  const key = await keyFor(hands)
  if (!key) return whyRefused(hands, draftVersion)
  const held = await settle(
    {
      kind: 'held',
      draftVersion,
      reason,
      note: note === null ? null : { key, words: note },
      where: {
        AND: [{ state: { in: statesBefore('held') } }, shownState ? { state: shownState } : {}],
        draftVersion,
      },
      data: { ...letGo, ...noProposal, state: 'held', heldUntil },
    },
    hands,
  )
  return held ? { outcome: 'held' } : whyRefused(hands, draftVersion)
}

/** Takes up again what was set aside. */
export async function resumeTestimony(
  { draftVersion }: Pick<Holding, 'draftVersion'>,
  hands: Hands,
): Promise<{ outcome: 'resumed' } | Refusal> {
  const where = { draftVersion, state: 'held' as const }
  const data = { state: 'submitted' as const, heldUntil: null }
  const resumed = await settle({ kind: 'resumed', draftVersion, where, data }, hands)
  return resumed ? { outcome: 'resumed' } : whyRefused(hands, draftVersion)
}

/** Says that what the witness wrote on a testimony that waits for nobody was read: it leaves the queue again. */
export async function noteAsRead(hands: Hands): Promise<{ outcome: 'noted' } | Refusal> {
  const where = { unreadByTeam: true, state: { notIn: waitingStates } }
  const noted = await settle({ kind: 'noted', where, data: {}, whoeverHolds: true }, hands)
  return noted ? { outcome: 'noted' } : whyRefused(hands)
}

/** Says that somebody may be in danger, or that it is over. Whoever holds it goes on: it only changes its place in the queue. */
export async function markUrgent(
  urgent: boolean,
  hands: Hands,
): Promise<{ outcome: 'urgent' | 'not-urgent' } | Refusal> {
  const kind = urgent ? 'urgent' : 'not-urgent'
  const where = { state: { in: waitingStates }, urgent: !urgent }
  const marked = await settle({ kind, where, data: { urgent }, whoeverHolds: true }, hands)
  if (marked) return { outcome: kind }
  const refusal = await whyRefused(hands)
  return refusal.outcome === 'not-found' || refusal.outcome === 'not-allowed'
    ? refusal
    : { outcome: 'someone-was-faster' }
}
