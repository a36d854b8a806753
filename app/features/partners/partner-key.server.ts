import { randomBytes } from 'node:crypto'
import { blindIndex } from '#app/infra/vault/index.server.ts'

/** A new key: 256 bits. Shown once; what is kept is `partnerKeyHash`. */
export const newPartnerKey = (): string => `pvx_${randomBytes(32).toString('base64url')}`

/** A keyed hash (HMAC-SHA-256): whoever reads the database can neither use a key nor try one. */
export const partnerKeyHash = (key: string): Buffer<ArrayBuffer> => blindIndex('partner-key', key)
