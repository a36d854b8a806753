import { z } from 'zod'
import { codeVault } from '#app/features/testimonies/code-vault.server.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { grounds } from './schema.ts'

/** A key for one case, sealed for the team and for whoever holds the code. This process can open neither. */
const vault = codeVault('case_file', 'case')
export const { makeKey: makeCaseKey, openKey: openCaseKey, openKeyWithCode: openCaseKeyWithCode } = vault
const { drawer } = vault

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
