import { readAmendment } from '#app/features/testimonies/amendment.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { openMessage } from '#app/features/testimonies/sealed-story.server.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'

interface Amended {
  id: string
  draftVersion: number
  decisions: readonly { kind: string; draftVersion: number }[]
}

/**
 * What the witness asks to leave out beside the version that stands there; nothing once somebody has kept another: their choice
 * is made, and the witness has to say yes to it.
 */
export async function askedOutOf({ id, draftVersion, decisions }: Amended, key: DataKey): Promise<string[]> {
  if (decisions.findLast(({ kind }) => kind === 'amended')?.draftVersion !== draftVersion) return []
  const last = await apart().message.findFirst({
    where: { testimonyId: id, kind: 'amendment', author: 'witness' },
    select: { id: true, sealedText: true },
    orderBy: { n: 'desc' },
  })
  if (!last) return []
  try {
    return readAmendment(openMessage(key, last.id, last.sealedText)).leaveOut
  } catch (error) {
    if (error instanceof SealBroken) return []
    throw error
  }
}
