export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'] as const
export type Encoding = (typeof encodings)[number]

/** Bytes 0x80 to 0x9F of windows-1252 (WHATWG Encoding, index-windows-1252). */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
/** Where ISO-8859-15 has other letters than ISO-8859-1. */
const latin9: Readonly<Record<number, string>> = {
  0xa4: '€',
  0xa6: 'Š',
  0xa8: 'š',
  0xb4: 'Ž',
  0xb8: 'ž',
  0xbc: 'Œ',
  0xbd: 'œ',
  0xbe: 'Ÿ',
}

const tableOf = (encoding: 'windows-1252' | 'iso-8859-15'): readonly string[] =>
  Array.from({ length: 256 }, (_, byte) =>
    encoding === 'iso-8859-15'
      ? (latin9[byte] ?? String.fromCharCode(byte))
      : byte >= 0x80 && byte <= 0x9f
        ? (windows[byte - 0x80] ?? '')
        : String.fromCharCode(byte),
  )

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

const longestMark = 3
const markOf = (head: Uint8Array) => marks.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))

/** What the bytes of a file say of its encoding, taken in as they come. */
export class EncodingLook {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true })
  #head: number[] = []
  #isUtf8 = true
  #seen = 0
  /** NUL at even and at odd places: half of UTF-16 text in our alphabets is NUL. */
  #nuls = [0, 0]
  /** 0x80 to 0x9F: letters in windows-1252, nothing anyone writes in ISO-8859-15. */
  #windows = 0
  /** Letters of French in ISO-8859-15 that windows-1252 reads as signs: œ, Œ, Ÿ. */
  #latin9 = 0

  push(bytes: Uint8Array): void {
    if (this.#head.length < 3) this.#head.push(...bytes.subarray(0, 3 - this.#head.length))
    for (const byte of bytes) {
      if (byte === 0) this.#nuls[this.#seen % 2] = (this.#nuls[this.#seen % 2] ?? 0) + 1
      else if (byte >= 0x80 && byte <= 0x9f) this.#windows += 1
      else if (byte >= 0xbc && byte <= 0xbe) this.#latin9 += 1
      this.#seen += 1
    }
    if (this.#isUtf8) this.#isUtf8 = decodes(this.#utf8, bytes, { stream: true })
  }

  /**
   * The encoding. A mark at the beginning is believed as far as what follows it can be read so: some tools put that of UTF-8
   * before text in windows-1252.
   */
  recognise(): Encoding {
    const mark = markOf(Uint8Array.from(this.#head))
    if (mark && mark.encoding !== 'utf-8') return mark.encoding
    const [even = 0, odd = 0] = this.#nuls
    if (odd > this.#seen / 8 && odd > even * 4) return 'utf-16le'
    if (even > this.#seen / 8 && even > odd * 4) return 'utf-16be'
    if (this.#isUtf8 && decodes(this.#utf8, new Uint8Array(), {})) return 'utf-8'
    return this.#windows === 0 && this.#latin9 > 0 ? 'iso-8859-15' : 'windows-1252'
  }
}

function decodes(decoder: TextDecoder, bytes: Uint8Array, how: { stream?: boolean }): boolean {
  try {
    decoder.decode(bytes, how)
    return true
  } catch {
    return false
  }
}

/** Bytes to text, in pieces of any size. A mark at the beginning is taken off, whichever encoding was chosen. */
export interface Decoding {
  push: (bytes: Uint8Array) => string
  end: () => string
}

function singleBytes(encoding: 'windows-1252' | 'iso-8859-15'): Decoding {
  const letters = tableOf(encoding)
  return {
    push(bytes) {
      let text = ''
      for (const byte of bytes) text += letters[byte]
      return text
    },
    end: () => '',
  }
}

function severalBytes(encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): Decoding {
  // The mark is taken off before it comes here.
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

export function decoding(encoding: Encoding): Decoding {
  const decoder =
    encoding === 'windows-1252' || encoding === 'iso-8859-15' ? singleBytes(encoding) : severalBytes(encoding)
  // Kept until there is enough of it to see a mark; `null` from then on.
  let head: Uint8Array | null = new Uint8Array()
  const begin = (bytes: Uint8Array) => decoder.push(bytes.subarray(markOf(bytes)?.bytes.length ?? 0))
  return {
    push(bytes) {
      if (head === null) return decoder.push(bytes)
      const joined: Uint8Array = Uint8Array.from([...head, ...bytes.subarray(0, longestMark)])
      if (joined.length < longestMark) {
        head = joined
        return ''
      }
      const [first, rest] = [joined, bytes.subarray(longestMark)]
      head = null
      return begin(first) + decoder.push(rest)
    },
    end() {
      const text = head === null ? '' : begin(head)
      head = null
      return text + decoder.end()
    },
  }
}
