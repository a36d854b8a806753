import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { SealBroken } from './seal.server.ts'

/**
 * Sealing for whoever holds a private key, by someone who cannot open what they sealed: HPKE, base mode, single shot (RFC 9180)
 * with DHKEM(X25519, HKDF-SHA256) = 0x0020, HKDF-SHA256 = 0x0001, AES-256-GCM = 0x0002. Compared in the tests with another
 * implementation, in both directions.
 */
const kemSuite = Buffer.from('KEM\u0000\u0020', 'latin1')
const suite = Buffer.from('HPKE\u0000\u0020\u0000\u0001\u0000\u0002', 'latin1')
const modeBase = 0
export const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** What comes before 32 raw bytes so that Node reads them as a key (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicHead = Buffer.from('302a300506032b656e032100', 'hex')

const privateKeyOf = (raw: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateHead, raw]), format: 'der', type: 'pkcs8' })
const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' })
const rawPublic = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(-keyBytes)

const hmac = (key: Uint8Array, data: Uint8Array): Buffer => createHmac('sha256', key).update(data).digest()

interface Labelled {
  suiteId: Buffer
  label: string
}

const extract = (salt: Uint8Array, { suiteId, label }: Labelled, ikm: Uint8Array): Buffer =>
  hmac(
    salt.length === 0 ? Buffer.alloc(keyBytes) : salt,
    Buffer.concat([Buffer.from('HPKE-v1'), suiteId, Buffer.from(label), ikm]),
  )

/** No output here is longer than one block of the hash. */
function expand(prk: Uint8Array, { suiteId, label }: Labelled, { info, length }: { info: Uint8Array; length: number }) {
  const labelled = Buffer.concat([Buffer.from([0, length]), Buffer.from('HPKE-v1'), suiteId, Buffer.from(label), info])
  return hmac(prk, Buffer.concat([labelled, Buffer.from([1])])).subarray(0, length)
}

const none = Buffer.alloc(0)

function sharedSecret(dh: Buffer, context: Buffer): Buffer {
  const prk = extract(none, { suiteId: kemSuite, label: 'eae_prk' }, dh)
  return expand(prk, { suiteId: kemSuite, label: 'shared_secret' }, { info: context, length: keyBytes })
}

function schedule(shared: Buffer, info: Uint8Array): { key: Buffer; nonce: Buffer } {
  const pskIdHash = extract(none, { suiteId: suite, label: 'psk_id_hash' }, none)
  const infoHash = extract(none, { suiteId: suite, label: 'info_hash' }, info)
  const context = Buffer.concat([Buffer.from([modeBase]), pskIdHash, infoHash])
  const secret = extract(shared, { suiteId: suite, label: 'secret' }, none)
  return {
    key: expand(secret, { suiteId: suite, label: 'key' }, { info: context, length: keyBytes }),
    nonce: expand(secret, { suiteId: suite, label: 'base_nonce' }, { info: context, length: nonceBytes }),
  }
}

export interface Bound {
  /** What the message is for, and what it is bound to: both must be the same to open. */
  info: Uint8Array
  aad: Uint8Array
}

/** A new pair, raw: 32 bytes each. */
export function newKeyPair(): { privateKey: Buffer; publicKey: Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-keyBytes),
    publicKey: rawPublic(publicKey),
  }
}

/** The public half of a private key, raw. */
export const publicHalf = (privateKey: Uint8Array): Buffer => rawPublic(createPublicKey(privateKeyOf(privateKey)))

/** Encapsulated key (32) · ciphertext · tag (16). */
export function sealTo(publicKey: Uint8Array, bytes: Uint8Array, { info, aad }: Bound): Buffer {
  const once = generateKeyPairSync('x25519')
  const enc = rawPublic(once.publicKey)
  const dh = diffieHellman({ privateKey: once.privateKey, publicKey: publicKeyOf(publicKey) })
  const { key, nonce } = schedule(sharedSecret(dh, Buffer.concat([enc, publicKey])), info)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(aad)
  return Buffer.concat([enc, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `sealTo` made for the public half of that key. @throws SealBroken */
export function openFrom(privateKey: Uint8Array, envelope: Uint8Array, { info, aad }: Bound): Buffer {
  if (envelope.length < keyBytes + tagBytes) throw new SealBroken('too short')
  const enc = envelope.subarray(0, keyBytes)
  try {
    const dh = diffieHellman({ privateKey: privateKeyOf(privateKey), publicKey: publicKeyOf(enc) })
    const { key, nonce } = schedule(sharedSecret(dh, Buffer.concat([enc, publicHalf(privateKey)])), info)
    const opener = createDecipheriv('aes-256-gcm', key, nonce)
    opener.setAAD(aad)
    opener.setAuthTag(envelope.subarray(-tagBytes))
    return Buffer.concat([opener.update(envelope.subarray(keyBytes, -tagBytes)), opener.final()])
  } catch {
    throw new SealBroken('changed, moved, or for somebody else')
  }
}
