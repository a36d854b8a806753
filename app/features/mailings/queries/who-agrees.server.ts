import type { Actor } from '#app/features/staff/policy.ts'
import { emailsOf, listAllowed } from '#app/features/staff/queries/team.server.ts'
import type { Mailing } from '../queries.server.ts'
import { whoMayAgree, whoMayTakeOver } from '../rules/approval.ts'

/** Who may give a second yes, and what became of one that was given; people by their address. */
export interface WhoAgrees {
  /** Who else may agree. */
  others: string[]
  /** Whoever reads the page could take the draft over, so that somebody else may agree; asked where nobody may. */
  mayTakeOver: boolean
  /** Who else could. */
  othersTakeOver: string[]
  /** What was asked or agreed to fell with a change: when, and whose yes it was; `null`: nobody had agreed yet. */
  fell: { at: string; of: string | null } | null
}

/** What the page of a draft says of a second yes to one person of the team. */
export async function whoAgrees(mailing: Mailing, actor: Actor): Promise<WhoAgrees> {
  const { approvalFellAt, fallenApprovalOfId: of } = mailing
  const [team, emails] = await Promise.all([listAllowed('mail'), emailsOf(of === null ? [] : [of])])
  const without = (members: readonly { id: string; email: string }[]) =>
    members.filter(({ id }) => id !== actor.id).map(({ email }) => email)
  const may = whoMayAgree(team, mailing)
  const takers = may.length > 0 ? [] : whoMayTakeOver(team, mailing)
  return {
    others: without(may),
    mayTakeOver: takers.some(({ id }) => id === actor.id),
    othersTakeOver: without(takers),
    fell: approvalFellAt && { at: approvalFellAt.toISOString(), of: of === null ? null : (emails.get(of) ?? '') },
  }
}
