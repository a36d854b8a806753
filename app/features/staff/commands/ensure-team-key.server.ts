import { db } from '#app/infra/db/prisma.server.ts'
import { publicHalf } from '#app/infra/vault/hpke.server.ts'
import { keptOrNewPrivateKey } from '#app/infra/vault/kept-private-key.server.ts'
import { findTeamKey } from '../queries/team-key.server.ts'
import { teamKeyId, type TeamPublicKey } from '../team-key.server.ts'

/**
 * The key that testimonies are sealed for. Made at the first start of an installation: the public half goes into the database,
 * the private half stays where `PORTEVOIX_TEAM_KEY` or the data directory has it. Of two machines that start together one wins.
 */
export async function ensureTeamKey(now: Date): Promise<TeamPublicKey> {
  const known = await findTeamKey()
  if (known) return known
  const publicKey = Uint8Array.from(publicHalf(keptOrNewPrivateKey()))
  await db().teamKey.createMany({ data: { id: teamKeyId(publicKey), publicKey, createdAt: now }, skipDuplicates: true })
  const made = await findTeamKey()
  if (!made) throw new Error('the team key was not kept')
  return made
}
