import { z } from 'zod'
import { codeVault } from '#app/features/testimonies/code-vault.server.ts'
import { receiptHash } from '#app/infra/vault/receipt.server.ts'

const vault = codeVault('asked_question', 'question')

export const { makeKey: makeQuestionKey, openKey: openQuestionKey, openKeyWithCode: openQuestionKeyWithCode } = vault

const oneText = z.object({ text: z.string() })
export const sealedText = vault.drawer('sealed_text', oneText)
export const sealedWords = vault.drawer('sealed_words', oneText)

/** What is kept of the code of a question: a keyed hash, which no other code shares. */
export const codeHash = (code: string): Uint8Array<ArrayBuffer> => Uint8Array.from(receiptHash(`question ${code}`))
