import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'

/** Leaves in the trail that somebody read what visitors asked: the one that was opened, and each that was shown beside it. */
export const noteOpening = ({ ids, actor }: { ids: readonly string[]; actor: Actor }, now: Date): Promise<void> =>
  apart().$transaction(async (tx) => {
    for (const id of ids) await appendAudit(tx, { actor, action: 'question.opened', subject: `asked:${id}` }, now)
  })
