import type { z } from 'zod'
import { openForTeam, sealForTeam, type TeamKeyring, type TeamPublicKey } from '#app/features/staff/team-key.server.ts'
import { keyFrom, newDataKey, openWith, sealWith, type DataKey } from '#app/infra/vault/data-key.server.ts'
import { bucketSize } from './rules.ts'

interface Whose {
  id: string
  team: TeamPublicKey
  code: string
}

/** JSON may end in spaces: they fill it up to one of a few sizes. */
function padded(value: object): Buffer {
  const json = JSON.stringify(value)
  const bytes = Buffer.byteLength(json)
  return Buffer.from(json + ' '.repeat(bucketSize(bytes) - bytes))
}

/**
 * How a table keeps what somebody sent and follows with a code: a key for each row, sealed for the team and for whoever holds the
 * code. The process that takes it in can open neither.
 * @param purpose sets the keys made of codes apart from those of other tables
 */
export function codeVault(table: string, purpose: string) {
  const place = (column: string, row: string) => ({ table, column, row })
  /** A key made of the code that is handed over once. What is kept of the code, its keyed hash, makes another value. */
  const keyOfCode = (code: string, id: string): DataKey => keyFrom(code, purpose, id)
  return {
    makeKey: ({ id, team, code }: Whose) => {
      const key = newDataKey()
      return {
        key,
        forTeam: sealForTeam(team, key.bytes, place('for_team', id)),
        forCode: sealWith(keyOfCode(code, id), key.bytes, place('for_code', id)),
      }
    },
    /** @throws SealBroken */
    openKey: (keyring: TeamKeyring, id: string, forTeam: Uint8Array): DataKey => ({
      bytes: openForTeam(keyring, forTeam, place('for_team', id)),
    }),
    /** @throws SealBroken */
    openKeyWithCode: (code: string, id: string, forCode: Uint8Array): DataKey => ({
      bytes: openWith(keyOfCode(code, id), forCode, place('for_code', id)),
    }),
    /** One sealed column, padded, whose content has this shape. */
    drawer: <T extends object>(column: string, shape: z.ZodType<T>) => ({
      seal: (key: DataKey, id: string, value: T) => sealWith(key, padded(value), place(column, id)),
      /** @throws SealBroken */
      open: (key: DataKey, id: string, envelope: Uint8Array): T =>
        shape.parse(JSON.parse(openWith(key, envelope, place(column, id)).toString('utf8'))),
    }),
  }
}
