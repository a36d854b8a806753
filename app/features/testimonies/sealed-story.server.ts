import { z } from 'zod'
import { seal, unseal, type Place } from '#app/infra/vault/seal.server.ts'
import { bucketSize } from './rules.ts'
import type { Story } from './schema.ts'

const original = z.object({ title: z.string(), story: z.string(), contentWarning: z.string().nullable() })
const draft = z.object({
  title: z.string(),
  text: z.string(),
  contentWarning: z.string().nullable(),
  version: z.number(),
})

const originalPlace = (id: string): Place => ({ table: 'testimony', column: 'sealed_original', row: id })
const draftPlace = (id: string): Place => ({ table: 'testimony', column: 'sealed_draft', row: id })

/** JSON may end in spaces: they fill it up to one of a few sizes. */
function pad(json: string): string {
  const bytes = Buffer.byteLength(json)
  return json + ' '.repeat(bucketSize(bytes) - bytes)
}

const sealed = (value: object, place: Place) => Uint8Array.from(seal(pad(JSON.stringify(value)), place))

export const sealOriginal = (id: string, { title, text, contentWarning }: Story) =>
  sealed({ title, story: text, contentWarning }, originalPlace(id))

/** @throws SealBroken */
export function openOriginal(id: string, envelope: Uint8Array): Story {
  const { title, story, contentWarning } = original.parse(JSON.parse(unseal(envelope, originalPlace(id))))
  return { title, text: story, contentWarning }
}

export interface SealedDraft {
  id: string
  version: number
}

/** The version is sealed in: an older draft put back in its place does not pass for the one that was read. */
export const sealDraft = ({ id, version }: SealedDraft, { title, text, contentWarning }: Story) =>
  sealed({ title, text, contentWarning, version }, draftPlace(id))

/** @throws SealBroken, or an error when it is another version */
export function openDraft({ id, version }: SealedDraft, envelope: Uint8Array): Story {
  const { title, text, contentWarning } = draft
    .extend({ version: z.literal(version) })
    .parse(JSON.parse(unseal(envelope, draftPlace(id))))
  return { title, text, contentWarning }
}
