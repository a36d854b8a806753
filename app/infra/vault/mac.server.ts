import { hash } from 'node:crypto'

const block = 64
const digestBytes = 32

/** Text of most calls fits here; nothing waits in the middle of a computation, so that one place serves all keys. */
let message = Buffer.allocUnsafeSlow(4096)

/**
 * HMAC-SHA-256 (RFC 2104) over text, from the one-shot hash of Node: an Hmac object costs more to make and to collect than
 * its hashing, and signing needs four. The key is kept as its two blocks until `forget`.
 */
export class Mac {
  readonly #inner = Buffer.alloc(block, 0x36)
  /** Block of the key, then the place of the inner digest. */
  readonly #outer = Buffer.alloc(block + digestBytes, 0x5c)

  constructor(key: Uint8Array) {
    const short = key.length > block ? hash('sha256', key, 'buffer') : key
    for (const [at, byte] of short.entries()) {
      this.#inner[at] = byte ^ 0x36
      this.#outer[at] = byte ^ 0x5c
    }
  }

  /** @param more bytes behind the text */
  digest(text: string, more?: Uint8Array): Buffer<ArrayBuffer> {
    this.#write(text, more)
    return Buffer.from(hash('sha256', this.#outer, 'binary'), 'latin1')
  }

  base64url(text: string): string {
    this.#write(text)
    return hash('sha256', this.#outer, 'base64url')
  }

  /** Destroys the key. What this made cannot be made again. */
  forget(): void {
    this.#inner.fill(0)
    this.#outer.fill(0)
  }

  /** The digest of the inner block and the text, behind the outer block. */
  #write(text: string, more?: Uint8Array): void {
    const most = block + text.length * 3 + (more?.length ?? 0)
    if (most > message.length) message = Buffer.allocUnsafeSlow(most)
    this.#inner.copy(message)
    let end = block + message.write(text, block, 'utf8')
    if (more) {
      message.set(more, end)
      end += more.length
    }
    this.#outer.write(hash('sha256', message.subarray(0, end), 'binary'), block, 'latin1')
  }
}

const macs = new WeakMap<Buffer, Mac>()

/** The one of a key that lives as long as the process. */
export function macOf(key: Buffer): Mac {
  const known = macs.get(key)
  if (known) return known
  const made = new Mac(key)
  macs.set(key, made)
  return made
}
