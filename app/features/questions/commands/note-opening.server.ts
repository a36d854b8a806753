import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'

/** Leaves in the trail that somebody read what a visitor asked. */
export const noteOpening = ({ id, actor }: { id: string; actor: Actor }, now: Date): Promise<void> =>
  apart().$transaction((tx) => appendAudit(tx, { actor, action: 'question.opened', subject: `asked:${id}` }, now))
