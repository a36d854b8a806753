import { receiptHash } from '#app/infra/vault/receipt.server.ts'

/** What is kept of the code of a case: a keyed hash, which no receipt of a testimony shares. */
export const codeHash = (code: string): Uint8Array<ArrayBuffer> => Uint8Array.from(receiptHash(`case ${code}`))
