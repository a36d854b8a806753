import { logKey } from '#app/infra/vault/log-key.server.ts'
import { sha256 } from './hash.server.ts'
import { keyIdBytes, signedNote } from './rules/note.ts'
import { originOf } from './signed-head.server.ts'

const keyIdLength = 4

/**
 * A text of lines, signed with the key of a campaign's log (C2SP signed-note). It must not read like a tree head: its first line is
 * not the log's name.
 */
export function signTextOf(slug: string, text: string): string {
  const name = originOf(slug)
  if (text.startsWith(`${name}\n`)) throw new Error('only the log signs its heads')
  const keyId = sha256(keyIdBytes(name, logKey().publicKey)).subarray(0, keyIdLength)
  return signedNote({ text, name, keyId, signature: logKey().sign(Buffer.from(text)) })
}
