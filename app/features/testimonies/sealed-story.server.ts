import { z } from 'zod'
import { openWith, sealWith, type DataKey } from '#app/infra/vault/data-key.server.ts'
import type { Place } from '#app/infra/vault/seal.server.ts'
import type { Beside } from './beside.ts'
import { bucketSize } from './rules.ts'
import type { Draft, Story } from './schema.ts'

const original = z.object({ title: z.string(), story: z.string(), contentWarning: z.string().nullable() })
const text = z.object({
  title: z.string(),
  text: z.string(),
  contentWarning: z.string().nullable(),
  quote: z.string().nullable().default(null),
})
const textOrNone = z.string().nullable()
const beside = z.object({
  system: textOrNone,
  department: textOrNone,
  period: textOrNone,
  consequences: z.array(z.string()),
  attempts: z.array(z.string()),
})
const proposal = text.extend({ version: z.number(), beside: beside.nullable().default(null) })
const draft = proposal.extend({ proposed: z.boolean().default(false), before: proposal.nullable().default(null) })

const originalPlace = (id: string): Place => ({ table: 'testimony', column: 'sealed_original', row: id })
const draftPlace = (id: string): Place => ({ table: 'testimony', column: 'sealed_draft', row: id })
const messagePlace = (id: string): Place => ({ table: 'message', column: 'sealed_text', row: id })
const notePlace = (id: string): Place => ({ table: 'decision', column: 'sealed_note', row: id })
const imagePlace = (id: string): Place => ({ table: 'attachment', column: 'sealed_image', row: id })

/** JSON may end in spaces: they fill it up to one of a few sizes. */
function padded(value: object): Buffer {
  const json = JSON.stringify(value)
  const bytes = Buffer.byteLength(json)
  return Buffer.from(json + ' '.repeat(bucketSize(bytes) - bytes))
}

const opened = (key: DataKey, envelope: Uint8Array, place: Place): unknown =>
  JSON.parse(openWith(key, envelope, place).toString('utf8'))

export const sealOriginal = (key: DataKey, id: string, { title, text, contentWarning }: Story) =>
  sealWith(key, padded({ title, story: text, contentWarning }), originalPlace(id))

/** @throws SealBroken */
export function openOriginal(key: DataKey, id: string, envelope: Uint8Array): Story {
  const { title, story, contentWarning } = original.parse(opened(key, envelope, originalPlace(id)))
  return { title, text: story, contentWarning }
}

export interface SealedDraft {
  id: string
  version: number
}

/** A text and what is to stand beside it. `null`: sealed before anybody could choose, so that all that always appeared does. */
export type KeptDraft = Draft & { beside: Beside | null }

/** The text that was proposed before, so that whoever reads again sees what changed since. */
export type EarlierProposal = KeptDraft & { version: number }

export interface DraftWithPast {
  draft: KeptDraft
  /** This very version was proposed. */
  proposed: boolean
  before: EarlierProposal | null
}

/**
 * The version is sealed in: an older draft put back in its place does not pass for the one that was read. So is what stands
 * beside the text: what somebody writes into a column changes nothing of what was agreed on.
 */
export const sealDraft = (
  key: DataKey,
  { id, version }: SealedDraft,
  {
    title,
    text,
    contentWarning,
    quote = null,
    beside = null,
    ...past
  }: Story & Partial<KeptDraft> & Partial<Omit<DraftWithPast, 'draft'>>,
) => {
  const { proposed = false, before = null } = past
  return sealWith(
    key,
    padded({ title, text, contentWarning, quote, beside, version, proposed, before }),
    draftPlace(id),
  )
}

/** @throws SealBroken, or an error when it is another version */
export function openDraftWithPast(key: DataKey, { id, version }: SealedDraft, envelope: Uint8Array): DraftWithPast {
  const {
    proposed,
    before,
    version: _,
    ...kept
  } = draft.extend({ version: z.literal(version) }).parse(opened(key, envelope, draftPlace(id)))
  return { draft: kept, proposed, before }
}

/** @throws SealBroken, or an error when it is another version */
export const openDraft = (key: DataKey, place: SealedDraft, envelope: Uint8Array): KeptDraft =>
  openDraftWithPast(key, place, envelope).draft

/** The same draft without what was proposed before it: a witness may have had something removed. @throws SealBroken */
export function withoutPast(key: DataKey, place: SealedDraft, envelope: Uint8Array) {
  const { draft: kept, proposed } = openDraftWithPast(key, place, envelope)
  return sealDraft(key, place, { ...kept, proposed })
}

const words = z.object({ text: z.string() })

/** @param id of the message */
export const sealMessage = (key: DataKey, id: string, text: string) => sealWith(key, padded({ text }), messagePlace(id))
/** @throws SealBroken */
export const openMessage = (key: DataKey, id: string, envelope: Uint8Array): string =>
  words.parse(opened(key, envelope, messagePlace(id))).text

/** What a moderator writes for colleagues. @param id of the decision */
export const sealNote = (key: DataKey, id: string, text: string) => sealWith(key, padded({ text }), notePlace(id))
/** @throws SealBroken */
export const openNote = (key: DataKey, id: string, envelope: Uint8Array): string =>
  words.parse(opened(key, envelope, notePlace(id))).text

const lengthBytes = 4

/** A page of an attachment, filled up to one of a few sizes: length (4) · image · zeros. @param id of the attachment */
export function sealImage(key: DataKey, id: string, image: Uint8Array): Uint8Array<ArrayBuffer> {
  const filled = Buffer.alloc(bucketSize(image.length + lengthBytes))
  filled.writeUInt32BE(image.length)
  filled.set(image, lengthBytes)
  return sealWith(key, filled, imagePlace(id))
}

/** @throws SealBroken */
export function openImage(key: DataKey, id: string, envelope: Uint8Array): Buffer {
  const filled = openWith(key, envelope, imagePlace(id))
  return filled.subarray(lengthBytes, lengthBytes + filled.readUInt32BE())
}
