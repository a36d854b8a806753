import type { PublicEntry, PublicHead, Receipt } from '../app/features/proof/schema.ts'
import type { Tally } from '../app/features/proof/rules/turns.ts'

export interface Found {
  log: string
  size: number
  tally: Tally
  counted: number
  said: string[]
  wrong: string[]
}

export function verifyLog(
  lines: AsyncIterable<PublicHead | PublicEntry> | Iterable<PublicHead | PublicEntry>,
  options?: { receipt?: Receipt; earlier?: string; key?: string },
): Promise<Found>
