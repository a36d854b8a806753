import { db } from '#app/infra/db/prisma.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'
import { confirmationDays } from '../rules.ts'

const day = 86_400_000

/** The campaign of a link that can still be used, or was; `null` for unknown and expired ones alike. */
export async function findConfirmable(token: string, now: Date): Promise<{ campaignId: number } | null> {
  const target = readLinkToken('confirm', token)
  if (!target) return null
  const since = new Date(now.getTime() - confirmationDays * day)
  return db().signature.findFirst({
    where: { ...target, OR: [{ state: 'confirmed' }, { state: 'pending', mailedAt: { gt: since } }] },
    select: { campaignId: true },
  })
}
