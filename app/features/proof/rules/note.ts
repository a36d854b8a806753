/** What a tree head says: whose log, how many leaves, and the root over them. */
export interface TreeHead {
  /** Names the log in the whole world: host and path, no scheme. */
  origin: string
  size: number
  root: Uint8Array
}

/** Ed25519 in notes (C2SP signed-note). */
const algorithm = 1

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** The text of a tree head as it is signed (C2SP tlog-checkpoint): origin, size and root on a line each. */
export const checkpoint = ({ origin, size, root }: TreeHead): string => `${origin}\n${size}\n${base64(root)}\n`

/** What the number of a key is made of: the first four bytes of the SHA-256 of this (C2SP signed-note). */
export function keyIdBytes(name: string, publicKey: Uint8Array): Uint8Array {
  const named = new TextEncoder().encode(`${name}\n`)
  return Uint8Array.of(...named, algorithm, ...publicKey)
}

interface Signed {
  text: string
  name: string
  /** Four bytes. */
  keyId: Uint8Array
  /** Ed25519 over the text, 64 bytes. */
  signature: Uint8Array
}

/** A text and its signature in one (C2SP signed-note). */
export const signedNote = ({ text, name, keyId, signature }: Signed): string =>
  `${text}\n— ${name} ${base64(Uint8Array.of(...keyId, ...signature))}\n`

/** The key to check notes with, in the spelling of Go's sumdb and of C2SP: name, number, and key in base64. */
export const verifierKey = (name: string, { keyId, publicKey }: { keyId: Uint8Array; publicKey: Uint8Array }): string =>
  `${name}+${[...keyId].map((byte) => byte.toString(16).padStart(2, '0')).join('')}+${base64(Uint8Array.of(algorithm, ...publicKey))}`
