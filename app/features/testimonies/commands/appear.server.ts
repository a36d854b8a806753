import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import type { appearing } from '../appearing.ts'
import type { ApartTransaction } from '../queries/apart.server.ts'
import { withoutPast } from '../sealed-story.server.ts'
import { reopenCases } from './reopen-cases.server.ts'

interface Appears {
  testimonyId: string
  key: DataKey
  draftVersion: number
  shown: NonNullable<ReturnType<typeof appearing>>
}

/**
 * Puts a version on the site. A reply that stood beside another version, or was about to, answers words that are not these: its
 * case is open again, with a clock of its own, and it stands nowhere until the team has decided anew. What was proposed before is
 * sealed in no longer: the witness may have had something removed, and this draft outlives the original.
 */
export async function appear(
  tx: ApartTransaction,
  { testimonyId, key, draftVersion, shown }: Appears,
  now: Date,
): Promise<void> {
  const where = { id: testimonyId }
  const { sealedDraft: kept } = await tx.testimony.findUniqueOrThrow({ where, select: { sealedDraft: true } })
  const sealedDraft = kept && withoutPast(key, { id: testimonyId, version: draftVersion }, kept)
  await tx.testimony.update({ where, data: { ...shown, sealedDraft }, select: { id: true } })
  const which = { OR: [{ repliedVersion: null }, { repliedVersion: { not: draftVersion } }] }
  await reopenCases(tx, { testimonyId, draftVersion, which }, now)
}
