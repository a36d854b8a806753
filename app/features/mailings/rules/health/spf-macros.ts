import ipaddr from 'ipaddr.js'

export interface MacroValues {
  ip: string
  /** The domain that is being asked. */
  domain: string
  /** On the envelope. */
  sender: string
}

/** Nibbles of an IPv6 address, numbers of an IPv4 one (RFC 7208 §7.3). */
function dotted(ip: string): string {
  const address = ipaddr.process(ip)
  return address.kind() === 'ipv4'
    ? address.toString()
    : [...address.toByteArray()].map((byte) => byte.toString(16).padStart(2, '0').split('').join('.')).join('.')
}

function valueOf(letter: string, { ip, domain, sender }: MacroValues): string | null {
  const at = sender.lastIndexOf('@')
  switch (letter) {
    case 's':
      return sender
    case 'l':
      return sender.slice(0, at)
    case 'o':
      return sender.slice(at + 1)
    case 'd':
    case 'h':
      return domain
    case 'i':
      return dotted(ip)
    case 'p':
      return 'unknown'
    case 'v':
      return ipaddr.process(ip).kind() === 'ipv4' ? 'in-addr' : 'ip6'
    default:
      return null
  }
}

const macro = /%(?:\{(?<letter>[a-z])(?<digits>\d{0,3})(?<reverse>r?)(?<delimiters>[.\-+,/_=]*)\}|(?<sign>[%_-])|)/gi
const signs: Readonly<Record<string, string>> = { '%': '%', _: ' ', '-': '%20' }
const longestName = 253

interface Transformer {
  digits: string
  isReversed: boolean
  delimiters: string
}

function transform(value: string, { digits, isReversed, delimiters }: Transformer): string {
  const parts = value.split(new RegExp(`[${(delimiters || '.').replaceAll(/[\\\]^-]/g, '\\$&')}]`))
  if (isReversed) parts.reverse()
  return (digits === '' ? parts : parts.slice(-Number(digits))).join('.')
}

function fill(groups: Readonly<Record<string, string>>, values: MacroValues): string | null {
  const { letter, digits = '', reverse = '', delimiters = '', sign } = groups
  if (sign !== undefined) return signs[sign] ?? ''
  const value = letter === undefined || digits === '0' ? null : valueOf(letter.toLowerCase(), values)
  return value === null ? null : transform(value, { digits, isReversed: reverse !== '', delimiters })
}

/** A domain with its macros filled in (RFC 7208 §7). `null` when one of them is not in order. */
export function expandMacros(text: string, values: MacroValues): string | null {
  let name = ''
  let end = 0
  for (const { 0: written, index, groups = {} } of text.matchAll(macro)) {
    const filled = fill(groups, values)
    if (filled === null) return null
    name += text.slice(end, index) + filled
    end = index + written.length
  }
  name = (name + text.slice(end)).replace(/\.$/, '')
  while (name.length > longestName && name.includes('.')) name = name.slice(name.indexOf('.') + 1)
  return name
}
