import { createPrivateKey, hash, sign, type KeyObject } from 'node:crypto'
import { signingThreads } from './signing-threads.server.ts'

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

const lowered = new Map<string, string>()

/** The same of a value that holds one line without runs of white space, and none around it. `name` is one of ours. */
export function plainField(name: string, value: string): HeaderField {
  const known = lowered.get(name)
  const lower = known ?? name.toLowerCase()
  if (known === undefined) lowered.set(name, lower)
  return { name: lower, line: `${name}: ${value}`, relaxed: `${lower}:${value}` }
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

interface Covering {
  /** Which fields are signed, in the order of `signedNames`. */
  order: readonly number[]
  /** Their names, as `h=` says them. */
  names: string
}

/** The same for all letters with the same headers: found out once. Kinds of letters are few. */
const coverings = new Map<string, Covering>()
const mostCoverings = 100

function coveringOf(fields: readonly HeaderField[]): Covering {
  const key = fields.map(({ name }) => name).join(':')
  const known = coverings.get(key)
  if (known) return known
  const order = signedNames.flatMap((name) => fields.flatMap((field, at) => (field.name === name ? [at] : [])))
  const made = { order, names: order.map((at) => fields[at]?.name).join(':') }
  if (coverings.size >= mostCoverings) coverings.clear()
  coverings.set(key, made)
  return made
}

export interface Signer {
  /**
   * The `DKIM-Signature` header of a message, with its line break. The body must end with one line break and hold no run of
   * white space and none at an end of line: what is canonical is signed as it stands. The arithmetic is done by a thread of
   * Node's pool; the loop goes on meanwhile.
   */
  sign(fields: readonly HeaderField[], body: Buffer): Promise<string>
}

const lines = /.{1,72}/g

/** The signature, in lines that stay short on every road. */
const folded = (signature: string): string => signature.match(lines)?.join('\r\n ') ?? signature

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
      const { order, names } = coveringOf(fields)
      const bodyHash = hash('sha256', body, 'base64')
      const own = `${first}\r\n h=${names};\r\n bh=${bodyHash};\r\n b=`
      const unsigned = `DKIM-Signature: ${own}`
      const said = `${order.map((at) => `${fields[at]?.relaxed}\r\n`).join('')}dkim-signature:${own.replaceAll('\r\n', '')}`
      const threads = signingThreads()
      const inThread = threads?.signsWith(privateKey) ? await threads.sign(said) : null
      const signature = inThread ?? (await keys.lend((key) => signWith(key, algorithm, said))).toString('base64')
      return `${unsigned}${folded(signature)}\r\n`
    },
  }
}
