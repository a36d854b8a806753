import { signals } from '#app/features/signatures/signals.ts'
import { inTransaction, moveWith } from './move-signatures.server.ts'

export interface Suspects {
  campaignId: number
  /** Networks whose mixture is odd: of them only what is at a suspect or disposable domain is held. */
  networks: readonly Buffer[]
  domains: readonly Buffer[]
  /** Domains of which nearly all was held already: held whole. */
  heldDomains: readonly Buffer[]
  /** First and last id of the window. */
  from: string
  to: string
}

const most = 5000

const where = `campaign_id = $2 and id >= $3::uuid and id < $4::uuid and (
  network_index = any($5::bytea[]) and (domain_index = any($6::bytea[]) or signals & ${signals.disposable} <> 0)
  or domain_index = any($7::bytea[]))`

/**
 * Holds what came in before its company could be seen. What was confirmed meanwhile leaves the count in the same transaction;
 * what somebody has looked at and cleared stays. @returns how many
 */
export async function holdSuspects(suspects: Suspects, now: Date): Promise<number> {
  const { campaignId, networks, domains, heldDomains, from, to } = suspects
  const values = [campaignId, from, to, [...networks], [...domains], [...heldDomains]]
  let held = 0
  for (;;) {
    const { signatures } = await inTransaction((tx) => moveWith(tx, 'hold', { which: { where, values, most }, now }))
    held += signatures
    if (signatures < most) return held
  }
}
