import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'

/** Writes into the trail who took rows of a file, addresses included, out of here. */
export const noteDownload = (actor: Actor, id: number, now: Date): Promise<void> =>
  db().$transaction((tx) =>
    appendAudit(tx, { actor, action: 'import.refusals-downloaded', subject: `import:${id}` }, now),
  )
