import { createPrivateKey, hash, sign, type KeyObject } from 'node:crypto'

export interface Signing {
  privateKey: string
  domainName: string
  keySelector: string
}

/** A header as it is sent, and as it is signed. */
export interface HeaderField {
  name: string
  /** `Name: value`, folded, without the last line break. */
  line: string
  /** The same by RFC 6376 §3.4.2 (relaxed). */
  relaxed: string
}

export function headerField(line: string): HeaderField {
  const colon = line.indexOf(':')
  const name = line.slice(0, colon).trim().toLowerCase()
  const value = line
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(/[\t ]+/g, ' ')
    .trim()
  return { name, line, relaxed: `${name}:${value}` }
}

/** RFC 6376 §5.4.1, and both headers of one-click unsubscribing, which RFC 8058 wants covered; a library's own list leaves one out. */
const signedNames = [
  'from',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'to',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'auto-submitted',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
] as const

export interface Signer {
  /**
   * The `DKIM-Signature` header of a message, with its line break. The body must end with one line break and hold no run of
   * white space and none at an end of line: what is canonical is signed as it stands. The arithmetic is done by a thread of
   * Node's pool; the loop goes on meanwhile.
   */
  sign(fields: readonly HeaderField[], body: Buffer): Promise<string>
}

const lineLength = 72

/** The signature, in lines that stay short on every road. */
const folded = (signature: string): string =>
  signature.match(new RegExp(`.{1,${lineLength}}`, 'g'))?.join('\r\n ') ?? signature

/**
 * A key that a thread signs with is locked, and whoever begins another signature with it waits, the loop included. Each signature
 * under way has an object of its own.
 */
class Keys {
  readonly #pem: string
  readonly #idle: KeyObject[]

  constructor(pem: string) {
    this.#pem = pem
    this.#idle = [createPrivateKey(pem)]
  }

  get kind() {
    return this.#idle[0]?.asymmetricKeyType
  }

  async lend<T>(work: (key: KeyObject) => Promise<T>): Promise<T> {
    const key = this.#idle.pop() ?? createPrivateKey(this.#pem)
    try {
      return await work(key)
    } finally {
      this.#idle.push(key)
    }
  }
}

function signWith(key: KeyObject, algorithm: 'rsa-sha256' | 'ed25519-sha256', said: string): Promise<Buffer> {
  // RFC 8463 §3: Ed25519 signs the digest.
  const [digest, data] =
    algorithm === 'rsa-sha256' ? ['RSA-SHA256', Buffer.from(said, 'latin1')] : [null, hash('sha256', said, 'buffer')]
  return new Promise((resolve, reject) => {
    sign(digest, data, key, (error, signature) => (error ? reject(error) : resolve(signature)))
  })
}

/** @throws when the key is none, or of a kind that DKIM does not know */
export function dkimSigner({ privateKey, domainName, keySelector }: Signing): Signer {
  const keys = new Keys(privateKey)
  const algorithm = keys.kind === 'ed25519' ? 'ed25519-sha256' : 'rsa-sha256'
  if (algorithm === 'rsa-sha256' && keys.kind !== 'rsa') throw new Error('DKIM signs with RSA or Ed25519')
  const first = `v=1; a=${algorithm}; c=relaxed/relaxed; d=${domainName}; s=${keySelector};`
  return {
    async sign(fields, body) {
      const covered = signedNames.flatMap((name) => fields.filter((field) => field.name === name))
      const names = covered.map(({ name }) => name).join(':')
      const bodyHash = hash('sha256', body, 'base64')
      const unsigned = `DKIM-Signature: ${first}\r\n h=${names};\r\n bh=${bodyHash};\r\n b=`
      const said = `${covered.map(({ relaxed }) => `${relaxed}\r\n`).join('')}${headerField(unsigned).relaxed}`
      const signature = await keys.lend((key) => signWith(key, algorithm, said))
      return `${unsigned}${folded(signature.toString('base64'))}\r\n`
    },
  }
}
