import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'

/** Leaves in the trail that somebody read who asks for a right of reply. */
export const noteContactOpened = ({ id, actor }: { id: string; actor: Actor }, now: Date): Promise<void> =>
  db().$transaction((tx) => appendAudit(tx, { actor, action: 'answer.opened', subject: `answer:${id}` }, now))
