import { keyring, type Keyring } from './keys.server.ts'
import { macOf } from './mac.server.ts'

/**
 * Blind index: finds an equal value without storing it. HMAC-SHA-256 over purpose and value, 32 bytes. The purpose holds
 * the campaign, so that one person's index in two campaigns cannot be matched.
 */
export const blindIndex = (purpose: string, value: string, ring: Keyring = keyring()): Buffer<ArrayBuffer> =>
  macOf(ring.indexKey).digest(`${purpose}\u0000${value}`)
