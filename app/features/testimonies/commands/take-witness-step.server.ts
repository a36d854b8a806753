import type { InboxStep } from '../inbox-form.server.ts'
import { amendText, type AmendOutcome } from './amend.server.ts'
import { approveText, type ApproveOutcome } from './approve-text.server.ts'
import { changeUses, type ChangeUsesOutcome } from './change-uses.server.ts'
import { refuseText, type RefuseOutcome } from './refuse-text.server.ts'
import { reply, type ReplyOutcome } from './reply.server.ts'
import { withdrawTestimony, type WithdrawOutcome } from './withdraw.server.ts'

type Looked = { outcome: 'looked' }
export type WitnessOutcome =
  Looked | ReplyOutcome | AmendOutcome | RefuseOutcome | ApproveOutcome | ChangeUsesOutcome | WithdrawOutcome

/** The inbox's one door: the step that a form of a witness asks for. */
export async function takeWitnessStep(receipt: string, step: InboxStep, now: Date): Promise<WitnessOutcome> {
  switch (step.intent) {
    case 'open':
    case 'show':
      return { outcome: 'looked' }
    case 'write':
      return reply({ receipt, message: step.message, once: step.once }, now)
    case 'approve':
      return approveText({ receipt, draftVersion: step.draftVersion, appears: step.appears }, now)
    case 'amend': {
      const { intent: _, title, text, contentWarning, quote, ...rest } = step
      return amendText({ ...rest, receipt, draft: { title, text, contentWarning, quote } }, now)
    }
    case 'refuse':
      return refuseText({ receipt, draftVersion: step.draftVersion, why: step.why, once: step.once }, now)
    case 'uses':
      return changeUses({ receipt, uses: step.uses }, now)
    case 'withdraw':
      return withdrawTestimony(receipt, now)
  }
}
