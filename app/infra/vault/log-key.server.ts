import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { singleton } from '../singleton.ts'
import { keyring } from './keys.server.ts'

/** An Ed25519 private key in PKCS #8 is this and its seed (RFC 8410 §7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicBytes = 32

export interface LogKey {
  /** Ed25519, 32 bytes. */
  publicKey: Buffer
  /** Ed25519 over these bytes, 64 bytes (RFC 8032). */
  sign(bytes: Uint8Array): Buffer
}

/** The key that signs tree heads, from PORTEVOIX_LOG_KEY. Who checks them needs its public half only. */
export const logKey = (): LogKey =>
  singleton('log-key', () => {
    const key = createPrivateKey({ key: Buffer.concat([pkcs8, keyring().logSeed]), format: 'der', type: 'pkcs8' })
    const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-publicBytes)
    return { publicKey, sign: (bytes) => sign(null, bytes, key) }
  })
