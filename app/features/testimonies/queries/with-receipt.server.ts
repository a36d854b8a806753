import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { readReceipt } from '#app/infra/vault/receipt-code.ts'
import { receiptHash } from '#app/infra/vault/receipt.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { openKeyWithReceipt } from '../keys.server.ts'
import { apart } from './apart.server.ts'

export interface Held {
  testimonyId: string
  campaignId: number
  /** `null`: withdrawn, deposited before receipts opened anything, or damaged. */
  key: DataKey | null
}

/**
 * The testimony whose receipt somebody typed, with what opens it. Unknown codes and slips of the hand look alike: `null`.
 * Nothing of the visit is kept.
 */
export async function findByReceipt(typed: string): Promise<Held | null> {
  const code = readReceipt(typed)
  if (code === null) return null
  const row = await apart().testimony.findUnique({
    where: { receiptHash: Uint8Array.from(receiptHash(code)) },
    select: { id: true, campaignId: true, dataKey: { select: { forReceipt: true } } },
  })
  if (!row) return null
  return { testimonyId: row.id, campaignId: row.campaignId, key: keyOf(code, row.id, row.dataKey?.forReceipt) }
}

/** A damaged key opens nothing, and does not keep its witness from withdrawing. */
function keyOf(code: string, testimonyId: string, forReceipt: Uint8Array | null | undefined): DataKey | null {
  if (!forReceipt) return null
  try {
    return openKeyWithReceipt(code, testimonyId, forReceipt)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
