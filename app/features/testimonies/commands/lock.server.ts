import type { TestimonyState } from '../schema.ts'
import type { ApartTransaction } from '../queries/apart.server.ts'

const columns = {
  state: true,
  campaignId: true,
  uses: true,
  draftVersion: true,
  approvedVersion: true,
  sealedDraft: true,
  publishedTitle: true,
  publishedText: true,
  publishedQuote: true,
} as const

export interface Locked {
  state: TestimonyState
  campaignId: number
  uses: string[]
  draftVersion: number
  approvedVersion: number | null
  sealedDraft: Uint8Array | null
  publishedTitle: string | null
  publishedText: string | null
  publishedQuote: string | null
}

/** A testimony as it stands, which nobody else changes until this transaction ends: what a witness does is judged by that. */
export async function lockTestimony(tx: ApartTransaction, id: string): Promise<Locked> {
  await tx.$queryRaw`select id from testimonies.testimony where id = ${id}::uuid for update`
  return tx.testimony.findUniqueOrThrow({ where: { id }, select: columns })
}
