import { z } from 'zod'
import { openForTeam, sealForTeam, type TeamKeyring, type TeamPublicKey } from '#app/features/staff/team-key.server.ts'
import { receiptHash } from '#app/infra/vault/receipt.server.ts'
import { seal, unseal } from '#app/infra/vault/seal.server.ts'

type Column = 'sealed_contact' | 'sealed_request' | 'sealed_proposal' | 'sealed_words'
const place = (column: Column, id: string) => ({ table: 'right_of_reply', column, row: id })

/** What is kept of the code: a keyed hash, which no receipt of a testimony and no case shares. */
export const replyCodeHash = (code: string): Uint8Array<ArrayBuffer> => Uint8Array.from(receiptHash(`answer ${code}`))

const contact = z.object({ name: z.string(), email: z.string() })
/** Who asks, and where they are answered. Only people of the team who hold its key can open it. */
export type ReplyContact = z.output<typeof contact>

/** JSON may end in spaces: every contact has the same size. */
const paddedTo = 512
const padded = (value: object) => Buffer.from(JSON.stringify(value).padEnd(paddedTo))

export const sealContact = (team: TeamPublicKey, id: string, value: ReplyContact) =>
  sealForTeam(team, padded(value), place('sealed_contact', id))

/** @throws SealBroken */
export const openContact = (keyring: TeamKeyring, id: string, envelope: Uint8Array): ReplyContact =>
  contact.parse(JSON.parse(openForTeam(keyring, envelope, place('sealed_contact', id)).toString('utf8')))

const drawer = <T extends object>(column: Column, shape: z.ZodType<T>) => ({
  seal: (id: string, value: T) => Uint8Array.from(seal(JSON.stringify(value), place(column, id))),
  /** @throws SealBroken */
  open: (id: string, envelope: Uint8Array): T => shape.parse(JSON.parse(unseal(envelope, place(column, id)))),
})

const text = z.string()
const request = z.object({ passages: text, reply: text, signedAs: text, quality: text })
export type ReplyRequest = z.output<typeof request>
const proposal = z.object({ text, by: text })
export type ReplyProposal = z.output<typeof proposal>

/** What is asked is meant for the page: the team reads it without the key of testimonies, a copy of the database does not. */
export const sealedRequest = drawer('sealed_request', request)
export const sealedProposal = drawer('sealed_proposal', proposal)
export const sealedWords = drawer('sealed_words', z.object({ text }))
