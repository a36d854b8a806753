import { config } from '#app/infra/config.server.ts'
import { logKey } from '#app/infra/vault/log-key.server.ts'
import { sha256 } from './hash.server.ts'
import { checkpoint, keyIdBytes, signedNote, verifierKey } from './rules/note.ts'

const keyIdLength = 4

/** The name of a campaign's log in the world: the host of this site and the campaign, no scheme. It is the name of its key as well. */
export const originOf = (slug: string): string => `${new URL(config().appUrl).host}/${slug}`

const keyIdOf = (name: string) => sha256(keyIdBytes(name, logKey().publicKey)).subarray(0, keyIdLength)

/** A tree head as a signed note (C2SP tlog-checkpoint). The same head always gives the same note. */
export function signHeadOf(slug: string, { size, root }: { size: number; root: Uint8Array }): string {
  const name = originOf(slug)
  const text = checkpoint({ origin: name, size, root })
  return signedNote({ text, name, keyId: keyIdOf(name), signature: logKey().sign(Buffer.from(text)) })
}

/** The key to check the notes of a campaign with. */
export const verifierKeyOf = (slug: string): string => {
  const name = originOf(slug)
  return verifierKey(name, { keyId: keyIdOf(name), publicKey: logKey().publicKey })
}

/** Any statement of a campaign as a signed note, under the key of its log. It must not read like a head: no number alone on its second line. */
export function signStatementOf(slug: string, text: string): string {
  const name = originOf(slug)
  return signedNote({ text, name, keyId: keyIdOf(name), signature: logKey().sign(Buffer.from(text)) })
}
