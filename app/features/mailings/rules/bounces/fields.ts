/** One block of `Name: value` lines; names in small letters, the first value of each. */
export type Fields = ReadonlyMap<string, string>

const mostBlocks = 500
const mostLines = 5000
const longestValue = 8000

/** Blocks of fields, as headers and reports have them (RFC 822 §3.2): an empty line ends a block, an indented one goes on. */
export function fieldBlocks(text: string): Fields[] {
  const blocks: Map<string, string>[] = [new Map()]
  let last = ''
  for (const line of text.split(/\r\n|\n|\r/, mostLines)) {
    const block = blocks.at(-1) ?? new Map<string, string>()
    const field = /^>?[ \t]{0,3}([A-Za-z][A-Za-z0-9-]{0,70})[ \t]*:(.*)$/.exec(line)
    if (line.trim() === '') {
      if (block.size > 0 && blocks.length < mostBlocks) blocks.push(new Map())
      last = ''
    } else if (/^[ \t]/.test(line) && last !== '') {
      block.set(last, `${block.get(last) ?? ''} ${line.trim()}`.slice(0, longestValue))
    } else if (field) {
      const name = (field[1] ?? '').toLowerCase()
      last = block.has(name) ? '' : name
      if (last !== '') block.set(name, (field[2] ?? '').trim().slice(0, longestValue))
    }
  }
  return blocks.filter((block) => block.size > 0)
}

/** `rfc822; name@example.org`: what stands behind the type. */
export const behindType = (value: string): string => value.slice(value.indexOf(';') + 1).trim()

const hexadecimal = /\\x\{([\da-f]{1,6})\}/gi

const addressIn =
  /[^\s<>"'(),;:@[\]]{1,128}@(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,62}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}/gu

/**
 * The first address in a field of a report, as somebody would write it: types (`rfc822;`), routes, angle brackets and the
 * spelling of RFC 6533 (`utf-8; \x{E9}`) are taken away. `null` when there is none.
 */
export function addressOf(value: string): string | null {
  const text = value.replace(hexadecimal, (_, hex: string) => characterOf(Number.parseInt(hex, 16)))
  return addressesIn(behindType(text))[0] ?? null
}

const characterOf = (code: number): string =>
  code > 0x1f && code <= 0x10_ff_ff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''

/** Addresses in a text, in order, each once. */
export function addressesIn(text: string): string[] {
  const found = new Set<string>()
  for (const [address] of text.matchAll(addressIn)) {
    found.add(trimmed(address))
    if (found.size >= mostBlocks) break
  }
  return [...found]
}

/** Punctuation that belongs to the sentence, not to the address; `mailto:` as well. */
const trimmed = (address: string): string =>
  address.replace(/^(?:mailto|smtp|rfc822|to|x400)[:=]/i, '').replace(/^[.{}*`|/\\=]+|[.]+$/g, '')
