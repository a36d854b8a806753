import { db } from '#app/infra/db/prisma.server.ts'
import { keptPrivateKey } from '#app/infra/vault/kept-private-key.server.ts'
import { keyringOf, type TeamKeyring, type TeamPublicKey } from '../team-key.server.ts'

/** The key that testimonies are sealed for now; the newest. `null` before the first start has made one. */
export const findTeamKey = (): Promise<TeamPublicKey | null> =>
  db().teamKey.findFirst({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], select: { id: true, publicKey: true } })

/**
 * What opens testimonies, for whoever holds the command line of a machine that keeps the private key: it goes into one-time
 * links and is used for nothing else. `null` on a machine that does not keep it.
 */
export function keyringOfThisMachine(): TeamKeyring | null {
  const kept = keptPrivateKey()
  return kept && keyringOf([kept])
}
