import { isDeepStrictEqual } from 'node:util'
import { answerColumns, besideOf } from '#app/features/testimonies/beside.ts'
import type { Prisma } from '#app/infra/db/generated/client.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { openDraft, openNote } from '#app/features/testimonies/sealed-story.server.ts'
import type { DoneStep } from '../done.ts'
import { chosenIn } from '../redaction/beside-form.ts'
import { sameText } from '../redaction/working-text.ts'
import type { ToldStep } from '../reasons.ts'
import type { ModerationStep, StepKind } from '../schema.ts'
import { keyFor, type Hands } from './settle.server.ts'
import { isLastSaid, wordsForAuthor } from './write-to-witness.server.ts'

/** Milliseconds within which the same form, sent again by the same person, is a hand that slipped. */
const slip = 10_000

const endings: Partial<Record<ModerationStep['intent'], readonly (readonly [StepKind, DoneStep])[]>> = {
  save: [['drafted', 'saved']],
  propose: [['proposed', 'proposed']],
  publish: [
    ['published', 'published'],
    ['seconded', 'awaits-witness'],
  ],
  decline: [['declined', 'declined']],
  unpublish: [['unpublished', 'unpublished']],
  reopen: [['reopened', 'reopened']],
  hold: [['held', 'held']],
  resume: [['resumed', 'resumed']],
  release: [['released', 'released']],
  urgent: [['urgent', 'urgent']],
  'not-urgent': [['not-urgent', 'not-urgent']],
}

/** What stands there is word for word what was sent, and beside it what was chosen. */
async function isWritten(step: ModerationStep & { intent: 'save' | 'propose' }, hands: Hands): Promise<boolean> {
  const version = step.draftVersion + 1
  const row = await apart().testimony.findFirst({
    where: { id: hands.testimonyId, draftVersion: version },
    select: { ...answerColumns, sealedDraft: true },
  })
  const key = row?.sealedDraft ? await keyFor(hands) : null
  if (!row?.sealedDraft || !key) return false
  const written = openDraft(key, { id: hands.testimonyId, version }, row.sealedDraft)
  return sameText(written, step) && isDeepStrictEqual(written.beside, besideOf(row, chosenIn(step)))
}

interface Reasoned {
  reason: string
  note: string | null
  /** `YYYY-MM-DD` */
  until?: string | null
  told?: { step: ToldStep; message: string | null }
}

/** The words of a step that has some. */
function reasonedIn(step: ModerationStep): Reasoned | null {
  switch (step.intent) {
    case 'decline':
      return { ...step, told: { step: 'decline', message: step.message } }
    case 'unpublish':
      return { ...step, reason: step.unpublishReason, told: { step: 'unpublish', message: step.unpublishMessage } }
    case 'reopen':
      return { ...step, reason: step.reopenReason, told: { step: 'reopen', message: step.reopenMessage } }
    case 'hold':
      return { reason: step.holdReason, note: step.holdNote, until: step.until }
    default:
      return null
  }
}

const decisionColumns = { id: true, kind: true, staffId: true, at: true, reason: true, sealedNote: true } as const
type Taken = Prisma.DecisionGetPayload<{ select: typeof decisionColumns }>

/** The decision says what was sent: its reason, its note, its day, and what the author was told. */
async function isSaid({ reason, note, until, told }: Reasoned, taken: Taken, hands: Hands): Promise<boolean> {
  const { testimonyId } = hands
  if (taken.reason !== reason) return false
  if (until !== undefined) {
    const row = await apart().testimony.findUnique({ where: { id: testimonyId }, select: { heldUntil: true } })
    if ((row?.heldUntil?.toISOString().slice(0, 10) ?? null) !== until) return false
  }
  const key = await keyFor(hands)
  // Without a key nothing was written: a step that brought no words of its own said all of it.
  if (!key) return taken.sealedNote === null && note === null && (told?.message ?? null) === null
  if ((taken.sealedNote && openNote(key, taken.id, taken.sealedNote)) !== note) return false
  if (!told) return true
  return apart().$transaction(async (tx) => {
    const words = await wordsForAuthor(tx, { ...told, reason }, testimonyId)
    return isLastSaid(tx, { testimonyId, key, kind: 'decision', words })
  })
}

/** A step with words is done only if it said the same ones. */
async function isTheVery(step: ModerationStep, taken: Taken, hands: Hands): Promise<boolean> {
  if (step.intent === 'save' || step.intent === 'propose') return isWritten(step, hands)
  const reasoned = reasonedIn(step)
  return reasoned === null || isSaid(reasoned, taken, hands)
}

/**
 * A step that was refused because these hands took it a moment ago: a button pressed twice is not somebody else who was
 * faster. `null`: it is not so. A text with what
 * stands beside it, a reason, a message or a note count only if they are the very ones.
 */
export async function alreadyDone(step: ModerationStep, hands: Hands): Promise<DoneStep | null> {
  const { testimonyId, actor, now } = hands
  const ending = endings[step.intent]
  if (!ending) return null
  const last = await apart().decision.findFirst({
    where: { testimonyId },
    orderBy: { at: 'desc' },
    select: decisionColumns,
  })
  const [, done] = ending.find(([kind]) => kind === last?.kind) ?? []
  if (!last || done === undefined || last.staffId !== actor.id || now.getTime() - last.at.getTime() > slip) return null
  return (await isTheVery(step, last, hands)) ? done : null
}
