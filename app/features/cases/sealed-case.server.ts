import { z } from 'zod'
import { openForTeam, sealForTeam, type TeamKeyring, type TeamPublicKey } from '#app/features/staff/team-key.server.ts'
import { bucketSize } from '#app/features/testimonies/rules.ts'
import { keyFrom, newDataKey, openWith, sealWith, type DataKey } from '#app/infra/vault/data-key.server.ts'
import type { Place } from '#app/infra/vault/seal.server.ts'
import { grounds } from './schema.ts'

type Column = 'for_team' | 'for_code' | 'sealed_request' | 'sealed_passages' | 'sealed_reply' | 'sealed_words'
const place = (column: Column, id: string): Place => ({ table: 'case_file', column, row: id })

/** A key made of the code that is handed over once. What is kept of the code, its keyed hash, makes another value. */
const keyOfCode = (code: string, id: string): DataKey => keyFrom(code, 'case', id)

interface Whose {
  id: string
  team: TeamPublicKey
  code: string
}

/** A key for one case, sealed for the team and for whoever holds the code. This process can open neither. */
export function makeCaseKey({ id, team, code }: Whose) {
  const key = newDataKey()
  return {
    key,
    forTeam: sealForTeam(team, key.bytes, place('for_team', id)),
    forCode: sealWith(keyOfCode(code, id), key.bytes, place('for_code', id)),
  }
}

/** @throws SealBroken */
export const openCaseKey = (keyring: TeamKeyring, id: string, forTeam: Uint8Array): DataKey => ({
  bytes: openForTeam(keyring, forTeam, place('for_team', id)),
})

/** @throws SealBroken */
export const openCaseKeyWithCode = (code: string, id: string, forCode: Uint8Array): DataKey => ({
  bytes: openWith(keyOfCode(code, id), forCode, place('for_code', id)),
})

const text = z.string()
const textOrNone = z.string().nullable()

const request = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('report'),
    ground: z.enum(grounds),
    reason: text,
    passages: textOrNone,
    name: textOrNone,
    email: textOrNone,
  }),
  z.object({
    kind: z.literal('reply'),
    name: text,
    quality: text,
    email: text,
    passages: textOrNone,
    reply: text,
    signedAs: text,
    orRemoved: z.boolean(),
  }),
])
/** What was sent. `passages`: what was copied from the testimony; `null` when nothing was, or when it is gone with its testimony. */
export type CaseRequest = z.output<typeof request>

const proposedReply = z.object({ text, by: text })
/** The words to insert, and whose they are. */
export type ProposedReply = z.output<typeof proposedReply>

/** JSON may end in spaces: they fill it up to one of a few sizes. */
function padded(value: object): Buffer {
  const json = JSON.stringify(value)
  const bytes = Buffer.byteLength(json)
  return Buffer.from(json + ' '.repeat(bucketSize(bytes) - bytes))
}

const drawer = <T extends object>(column: Column, shape: z.ZodType<T>) => ({
  seal: (key: DataKey, id: string, value: T) => sealWith(key, padded(value), place(column, id)),
  /** @throws SealBroken */
  open: (key: DataKey, id: string, envelope: Uint8Array): T =>
    shape.parse(JSON.parse(openWith(key, envelope, place(column, id)).toString('utf8'))),
})

export const sealedRequest = drawer('sealed_request', request)
export const sealedPassages = drawer('sealed_passages', z.object({ text }))
export const sealedReply = drawer('sealed_reply', proposedReply)
export const sealedWords = drawer('sealed_words', z.object({ text }))

/** The words of a testimony lie apart from those of whoever contests it: they can go alone. */
export function sealRequest(key: DataKey, id: string, { passages, ...asked }: CaseRequest) {
  return {
    sealedRequest: sealedRequest.seal(key, id, { ...asked, passages: null }),
    sealedPassages: passages === null ? null : sealedPassages.seal(key, id, { text: passages }),
  }
}

interface KeptRequest {
  sealedRequest: Uint8Array | null
  sealedPassages: Uint8Array | null
}

/** What was sent, as far as it is still kept; one of before has its passages inside. @throws SealBroken */
export function openRequest(key: DataKey, id: string, kept: KeptRequest): CaseRequest | null {
  if (!kept.sealedRequest) return null
  const asked = sealedRequest.open(key, id, kept.sealedRequest)
  if (!kept.sealedPassages) return asked
  return { ...asked, passages: sealedPassages.open(key, id, kept.sealedPassages).text }
}
