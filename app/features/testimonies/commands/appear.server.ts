import type { appearing } from '../appearing.ts'
import type { ApartTransaction } from '../queries/apart.server.ts'
import { reopenCases } from './reopen-cases.server.ts'

interface Appears {
  testimonyId: string
  draftVersion: number
  shown: NonNullable<ReturnType<typeof appearing>>
}

/**
 * Puts a version on the site. A reply that stood beside another version, or was about to, answers words that are not these: its
 * case is open again, with a clock of its own, and it stands nowhere until the team has decided anew.
 */
export async function appear(
  tx: ApartTransaction,
  { testimonyId, draftVersion, shown }: Appears,
  now: Date,
): Promise<void> {
  await tx.testimony.update({ where: { id: testimonyId }, data: shown, select: { id: true } })
  const which = { OR: [{ repliedVersion: null }, { repliedVersion: { not: draftVersion } }] }
  await reopenCases(tx, { testimonyId, draftVersion, which }, now)
}
