import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { openDraft } from '#app/features/testimonies/sealed-story.server.ts'
import type { DoneStep } from '../done.ts'
import { sameText } from '../redaction/working-text.ts'
import type { ModerationStep, StepKind } from '../schema.ts'
import { keyFor, type Hands } from './settle.server.ts'

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

/** What stands there is word for word what was sent. */
async function isWritten(step: ModerationStep & { intent: 'save' | 'propose' }, hands: Hands): Promise<boolean> {
  const version = step.draftVersion + 1
  const row = await apart().testimony.findFirst({
    where: { id: hands.testimonyId, draftVersion: version },
    select: { sealedDraft: true },
  })
  const key = row?.sealedDraft ? await keyFor(hands) : null
  if (!row?.sealedDraft || !key) return false
  return sameText(openDraft(key, { id: hands.testimonyId, version }, row.sealedDraft), step)
}

/**
 * A step that was refused because these hands took it a moment ago: a button pressed twice is not somebody else who was
 * faster. `null`: it is not so. A text counts as written only if it is the very one.
 */
export async function alreadyDone(step: ModerationStep, hands: Hands): Promise<DoneStep | null> {
  const { testimonyId, actor, now } = hands
  const ending = endings[step.intent]
  if (!ending) return null
  const last = await apart().decision.findFirst({
    where: { testimonyId },
    orderBy: { at: 'desc' },
    select: { kind: true, staffId: true, at: true },
  })
  const [, done] = ending.find(([kind]) => kind === last?.kind) ?? []
  if (!last || done === undefined || last.staffId !== actor.id || now.getTime() - last.at.getTime() > slip) return null
  return (step.intent !== 'save' && step.intent !== 'propose') || (await isWritten(step, hands)) ? done : null
}
