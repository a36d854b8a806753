import { seal, unseal, type Place } from '#app/infra/vault/seal.server.ts'

const place = (decisionId: string): Place => ({ table: 'decision', column: 'sealed_note', row: decisionId })

export const sealNote = (decisionId: string, note: string) => Uint8Array.from(seal(note, place(decisionId)))

/** @throws SealBroken */
export const openNote = (decisionId: string, envelope: Uint8Array): string => unseal(envelope, place(decisionId))
