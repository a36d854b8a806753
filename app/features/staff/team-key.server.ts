import { createHash } from 'node:crypto'
import { keyFrom, openWith, sealWith } from '#app/infra/vault/data-key.server.ts'
import { keyBytes, openFrom, publicHalf, sealTo } from '#app/infra/vault/hpke.server.ts'
import { SealBroken, type Place } from '#app/infra/vault/seal.server.ts'

/** What anyone may seal with. */
export interface TeamPublicKey {
  /** The first 16 hexadecimal digits of the SHA-256 of the key. */
  id: string
  publicKey: Uint8Array
}

/** What opens. It lives for one request of somebody who moderates, and in no table, cache or log. */
export interface TeamKeyring {
  /** By id of the public half. */
  readonly privateKeys: ReadonlyMap<string, Buffer>
}

const idBytes = 8
export const teamKeyId = (publicKey: Uint8Array): string =>
  createHash('sha256')
    .update(publicKey)
    .digest('hex')
    .slice(0, idBytes * 2)

export const keyringOf = (privateKeys: readonly Buffer[]): TeamKeyring => ({
  privateKeys: new Map(privateKeys.map((key) => [teamKeyId(publicHalf(key)), key])),
})

const bound = ({ table, column, row }: Place) => ({
  info: Buffer.from('portevoix/team'),
  aad: Buffer.from(`portevoix|${table}|${column}|${row}`),
})

/** Seals for the team, bound to a place: id of the key (8) · HPKE (RFC 9180). Whoever seals cannot open. */
export const sealForTeam = (
  { id, publicKey }: TeamPublicKey,
  bytes: Uint8Array,
  place: Place,
): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.concat([Buffer.from(id, 'hex'), sealTo(publicKey, bytes, bound(place))]))

/** @throws SealBroken */
export function openForTeam({ privateKeys }: TeamKeyring, envelope: Uint8Array, place: Place): Buffer {
  const key = privateKeys.get(Buffer.from(envelope.subarray(0, idBytes)).toString('hex'))
  if (!key) throw new SealBroken('sealed for another key')
  return openFrom(key, envelope.subarray(idBytes), bound(place))
}

/** What the key is handed over with: a one-time link, then a session. Each secret is with one person; the tables keep its hash. */
export type Handover = 'enter_link' | 'staff_session'

const placeOf = (handover: Handover, secretHash: Uint8Array): Place => ({
  table: handover,
  column: 'sealed_team_key',
  row: Buffer.from(secretHash).toString('hex'),
})

interface Holder {
  handover: Handover
  secret: string
  secretHash: Uint8Array
}

/** The private keys, sealed under a key made of the holder's secret. A copy of the database opens none. */
export const handOver = (
  { privateKeys }: TeamKeyring,
  { handover, secret, secretHash }: Holder,
): Uint8Array<ArrayBuffer> =>
  sealWith(
    keyFrom(secret, `team-key/${handover}`, ''),
    Buffer.concat([...privateKeys.values()]),
    placeOf(handover, secretHash),
  )

/** @throws SealBroken */
export function takeOver(envelope: Uint8Array, { handover, secret, secretHash }: Holder): TeamKeyring {
  const raw = openWith(keyFrom(secret, `team-key/${handover}`, ''), envelope, placeOf(handover, secretHash))
  const count = Math.floor(raw.length / keyBytes)
  return keyringOf(Array.from({ length: count }, (_, n) => raw.subarray(n * keyBytes, (n + 1) * keyBytes)))
}
