import { randomInt } from 'node:crypto'

/** Somebody whose address can be looked for: as text, and as the bytes a program would keep. */
export interface MarkedVisitor {
  address: string
  /** Every form in which the address or its network could lie about. */
  forms: Record<string, Buffer>
}

const text = (words: string) => Buffer.from(words)

/** One of 203.0.113.0/24, which nobody has (RFC 5737). */
export function markedIpv4(): MarkedVisitor {
  const parts = [203, 0, 113, randomInt(1, 255)]
  const bytes = Buffer.from(parts)
  const address = parts.join('.')
  return {
    address,
    forms: {
      'IPv4 as text': text(address),
      'its network as text': text('203.0.113'),
      'its network as a range': text('203.0.113.0/24'),
      'IPv4 as bytes': bytes,
      'IPv4 as bytes, reversed': Buffer.from(bytes.toReversed()),
      'IPv4 as hexadecimal': text(bytes.toString('hex')),
      'IPv4 as a number': text(String(bytes.readUInt32BE())),
    },
  }
}

/** One of 2001:db8::/32, which nobody has (RFC 3849). */
export function markedIpv6(): MarkedVisitor {
  const groups = [0x2001, 0xdb8, ...Array.from({ length: 6 }, () => randomInt(0x1000, 0x10000))]
  const bytes = Buffer.alloc(16)
  groups.forEach((group, at) => bytes.writeUInt16BE(group, at * 2))
  const words = groups.map((group) => group.toString(16))
  const [a = '', b = '', c = '', d = ''] = words
  return {
    address: words.join(':'),
    forms: {
      'IPv6 as text': text(words.join(':')),
      'IPv6 as text, all digits': text(groups.map((group) => group.toString(16).padStart(4, '0')).join(':')),
      'IPv6 as text, capitals': text(words.join(':').toUpperCase()),
      'its network as text': text([a, b, c, `${d.slice(0, 2)}00`].join(':')),
      'the beginning as text': text([a, b, c].join(':')),
      'IPv6 as bytes': bytes,
      'its network as bytes': bytes.subarray(0, 7),
      'IPv6 as hexadecimal': text(bytes.toString('hex')),
    },
  }
}
