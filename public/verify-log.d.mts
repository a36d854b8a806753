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

export interface Looked {
  receipt?: Omit<Receipt, 'log'>
  /** A signed note, or the link of a letter. */
  earlier?: string
  key?: string
  /** `all`: every hash that the site makes proofs from. */
  proofs?: string
}

export function verifyLog(
  lines: AsyncIterable<PublicHead | PublicEntry> | Iterable<PublicHead | PublicEntry>,
  options?: Looked,
): Promise<Found>

/** `ask` answers the paths below a campaign: `count`, `log/head`, `log/entries?start=0&end=9`… */
export function verifySite(
  ask: (path: string) => Promise<unknown>,
  options?: Looked & { save?: string; tries?: number },
): Promise<Found>

export function readReceipt(text: string): Omit<Receipt, 'log'>
