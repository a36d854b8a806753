import ipaddr from 'ipaddr.js'

/** A network as the team writes it, `192.0.2.0/24`, read. */
export interface Range {
  /** In its one spelling, host bits off. */
  text: string
  bytes: readonly number[]
  bits: number
}

/** Wider ones are no school: they would open the door to a whole provider. */
const fewestBits: Record<number, number> = { 4: 16, 16: 32 }

export type RangeProblem = 'not-a-range' | 'too-wide'

const bitsToKeep = (at: number, bits: number) => Math.min(8, Math.max(0, bits - at * 8))
const cut = (bytes: readonly number[], bits: number) =>
  bytes.map((byte, at) => byte & (0xff << (8 - bitsToKeep(at, bits))) & 0xff)

/** Reads what was typed. A single address is a network of one. */
export function readRange(typed: string): Range | RangeProblem {
  const [address = '', width, more] = typed.trim().split('/')
  // Strict: the library would also read 010.1 and 0x7f as addresses.
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
  if (more !== undefined || !isAddress || (width !== undefined && !/^\d{1,3}$/.test(width))) return 'not-a-range'
  const parsed = ipaddr.parse(address)
  const given = parsed.toByteArray()
  const bits = width === undefined ? given.length * 8 : Number(width)
  if (bits > given.length * 8 || parsed.range() === 'ipv4Mapped') return 'not-a-range'
  if (bits < (fewestBits[given.length] ?? 0)) return 'too-wide'
  const bytes = cut(given, bits)
  return { text: `${ipaddr.fromByteArray([...bytes]).toString()}/${bits}`, bytes, bits }
}

/** Whether two ranges have an address in common: then one holds the other. */
export function overlap(one: Range, other: Range): boolean {
  if (one.bytes.length !== other.bytes.length) return false
  const bits = Math.min(one.bits, other.bits)
  const [a, b] = [cut(one.bytes, bits), cut(other.bytes, bits)]
  return a.every((byte, at) => byte === b[at])
}

/** Ranges by kind and width, to be looked in by prefix: as many looks as there are widths, however many ranges. */
export type RangeTable = ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<string>>>

const keyOf = (bytes: readonly number[], bits: number) => cut(bytes, bits).join('.')

export function tableOf(ranges: readonly Range[]): RangeTable {
  const table = new Map<number, Map<number, Set<string>>>()
  for (const { bytes, bits } of ranges) {
    const widths = table.get(bytes.length) ?? new Map<number, Set<string>>()
    table.set(bytes.length, widths)
    widths.set(bits, (widths.get(bits) ?? new Set()).add(keyOf(bytes, bits)))
  }
  return table
}

/** Whether an address is in one of the ranges. */
export function isWithin(table: RangeTable, address: string): boolean {
  if (table.size === 0 || !ipaddr.isValid(address)) return false
  const bytes = ipaddr.process(address).toByteArray()
  for (const [bits, keys] of table.get(bytes.length) ?? []) if (keys.has(keyOf(bytes, bits))) return true
  return false
}
