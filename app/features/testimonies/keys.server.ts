import { openForTeam, sealForTeam, type TeamKeyring, type TeamPublicKey } from '#app/features/staff/team-key.server.ts'
import { keyFrom, newDataKey, openWith, sealWith, type DataKey } from '#app/infra/vault/data-key.server.ts'
import type { Place } from '#app/infra/vault/seal.server.ts'

const place = (column: 'for_team' | 'for_receipt', testimonyId: string): Place => ({
  table: 'data_key',
  column,
  row: testimonyId,
})

/** A key made of the receipt code. The code is kept nowhere; what is kept of it, its keyed hash, makes another value. */
const keyOfReceipt = (receipt: string, testimonyId: string): DataKey => keyFrom(receipt, 'receipt', testimonyId)

interface Whose {
  testimonyId: string
  team: TeamPublicKey
  /** `null` for a testimony whose receipt nobody here knows any more. */
  receipt: string | null
}

export interface MadeKey {
  key: DataKey
  forTeam: Uint8Array<ArrayBuffer>
  forReceipt: Uint8Array<ArrayBuffer> | null
}

/** A key for one testimony, sealed twice: for the team, and for whoever holds the receipt. This process can open neither. */
export function makeKey({ testimonyId, team, receipt }: Whose): MadeKey {
  const key = newDataKey()
  return {
    key,
    forTeam: sealForTeam(team, key.bytes, place('for_team', testimonyId)),
    forReceipt:
      receipt === null
        ? null
        : sealWith(keyOfReceipt(receipt, testimonyId), key.bytes, place('for_receipt', testimonyId)),
  }
}

/** @throws SealBroken */
export const openKeyForTeam = (keyring: TeamKeyring, testimonyId: string, forTeam: Uint8Array): DataKey => ({
  bytes: openForTeam(keyring, forTeam, place('for_team', testimonyId)),
})

/** @throws SealBroken */
export const openKeyWithReceipt = (receipt: string, testimonyId: string, forReceipt: Uint8Array): DataKey => ({
  bytes: openWith(keyOfReceipt(receipt, testimonyId), forReceipt, place('for_receipt', testimonyId)),
})
