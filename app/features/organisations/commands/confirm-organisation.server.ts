import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { readLinkToken } from '#app/infra/vault/tokens.server.ts'
import { confirmationDays } from '../rules.ts'

export type OrganisationConfirmOutcome =
  | { outcome: 'confirmed'; campaignId: number }
  | { outcome: 'already-confirmed'; campaignId: number }
  /** Never sent by us, or too old: they look alike, so that links cannot be guessed at. */
  | { outcome: 'link-unknown' }

const day = 86_400_000

/** The representative stands by it: from now on the team may decide. Safe to call twice: the second call answers 'already-confirmed'. */
export async function confirmOrganisation(
  token: string,
  now: Date,
  tx: Transaction = db(),
): Promise<OrganisationConfirmOutcome> {
  const target = readLinkToken('confirm-organisation', token)
  if (!target) return { outcome: 'link-unknown' }
  const { id, campaignId } = target
  const since = new Date(now.getTime() - confirmationDays * day)
  const { count } = await tx.organisation.updateMany({
    where: { id, campaignId, state: 'pending', mailedAt: { gt: since } },
    data: { state: 'confirmed', confirmedAt: now },
  })
  if (count > 0) return { outcome: 'confirmed', campaignId }
  const known = await tx.organisation.count({ where: { id, campaignId, state: { not: 'pending' } } })
  return known > 0 ? { outcome: 'already-confirmed', campaignId } : { outcome: 'link-unknown' }
}
