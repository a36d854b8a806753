import { saveSheetDraft, type SaveOutcome } from '#app/features/sheets/commands/write-sheet.server.ts'
import { sheetJson } from '#app/features/sheets/schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'

interface Copy {
  hash: string
  bytes: number
  /** `YYYY-MM-DD`. */
  on: string
}

interface Putting {
  actor: Actor
  sheetId: number
  revision: number
  now: Date
}

/** Puts the hash of a copy into the draft of a claim, beside what is written there. Never takes the place of what was not seen. */
export async function putCopyIntoDraft({ hash, bytes, on }: Copy, { now, ...writing }: Putting): Promise<SaveOutcome> {
  const sheet = await db().sheet.findUnique({
    where: { id: writing.sheetId },
    select: { draft: true, versions: { orderBy: { version: 'desc' }, take: 1, select: { content: true } } },
  })
  const written = sheetJson.safeParse(sheet?.draft ?? sheet?.versions[0]?.content).data ?? {}
  const content = { ...written, copyHash: hash, copyBytes: bytes, copyOn: on }
  return saveSheetDraft({ ...writing, content }, now)
}
