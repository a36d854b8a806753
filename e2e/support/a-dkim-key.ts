import { generateKeyPairSync } from 'node:crypto'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import type { Signing } from '#app/infra/mail/dkim.server.ts'

export interface DkimKey {
  signing: Signing
  /** By a verifier that shares no code with the signer. @returns how it ended, and the headers that are covered */
  verify: (message: Buffer) => Promise<{ result: string; covered: string[] }>
}

/** A key of a kind, and a DNS that knows it. */
export function aDkimKey(kind: 'rsa' | 'ed25519' = 'rsa'): DkimKey {
  const { publicKey, privateKey } =
    kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  // RFC 8463 §4: of Ed25519 the bare key, without what says its kind.
  const told = `v=DKIM1; k=${kind}; p=${(kind === 'rsa' ? spki : spki.subarray(-32)).toString('base64')}`
  return {
    signing: {
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      domainName: 'example.org',
      keySelector: 'test',
    },
    async verify(message) {
      const { results } = await dkimVerify(message, { resolver: async () => [[told]] })
      return {
        result: results.length === 1 ? (results[0]?.status.result ?? 'none') : 'none',
        covered: (results[0]?.signingHeaders?.keys ?? '').toLowerCase().split(/\s*:\s*/),
      }
    },
  }
}
