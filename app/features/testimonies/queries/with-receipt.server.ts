import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { readReceipt } from '#app/infra/vault/receipt-code.ts'
import { receiptHash } from '#app/infra/vault/receipt.server.ts'
import { openKeyWithReceipt } from '../keys.server.ts'
import { apart } from './apart.server.ts'

export interface Held {
  testimonyId: string
  campaignId: number
  /** `null`: withdrawn, or deposited before receipts opened anything. */
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
  const forReceipt = row.dataKey?.forReceipt
  return {
    testimonyId: row.id,
    campaignId: row.campaignId,
    key: forReceipt ? openKeyWithReceipt(code, row.id, forReceipt) : null,
  }
}
