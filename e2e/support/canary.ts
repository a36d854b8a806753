import { randomBytes, randomInt } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { inflateRawSync, unzipSync } from 'node:zlib'

const letters = 'bcdfghjklmnpqrstvwxz'

/** Letters by chance that no language has: a name that nothing takes for an identifier, and nothing holds by accident. */
export const rareWord = (length = 16): string =>
  Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')

/**
 * The part of base64 that is the same whatever stands before and after, for each of the three ways to fall into step with it.
 */
function base64Cores(word: Buffer): Buffer[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), word]).toString('base64')
    const first = Math.ceil((before * 8) / 6)
    const last = Math.floor(((before + word.length) * 8) / 6)
    return Buffer.from(whole.slice(first, last))
  })
}

/**
 * Every spelling in which a word may lie about. PostgreSQL packs long texts (pglz): a first occurrence stays as it is, with a
 * sign after every eighth letter, so that pieces of eight are looked for.
 */
export function spellings(word: string): Record<string, Buffer> {
  const bytes = Buffer.from(word)
  const pieces = Array.from({ length: Math.max(1, word.length - 7) }, (_, at) => word.slice(at, at + 8))
  const [one, two, three] = base64Cores(bytes)
  const found: Record<string, Buffer | undefined> = {
    ...Object.fromEntries(pieces.map((piece, at) => [`in clear or packed (${at})`, Buffer.from(piece)])),
    'in capitals': Buffer.from(word.toUpperCase()),
    'in small letters': Buffer.from(word.toLowerCase()),
    'as UTF-16': Buffer.from(word, 'utf16le'),
    'as hexadecimal': Buffer.from(bytes.toString('hex')),
    'as HEXADECIMAL': Buffer.from(bytes.toString('hex').toUpperCase()),
    'as base64, in step': one,
    'as base64, one off': two,
    'as base64, two off': three,
  }
  return Object.fromEntries(Object.entries(found).flatMap(([name, needle]) => (needle ? [[name, needle]] : [])))
}

/** The same for what the packing of a file or an answer would hide. */
export function unpacked(bytes: Buffer): Buffer {
  for (const open of [unzipSync, inflateRawSync])
    try {
      return open(bytes, { maxOutputLength: 64 * 2 ** 20 })
    } catch {
      // not packed in this way
    }
  return Buffer.alloc(0)
}

/** Files that were written since then, at any depth. */
export function filesSince(folder: string, since: number): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      try {
        return statSync(file).mtimeMs >= since
      } catch {
        return false
      }
    })
}

export const read = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

/** A long story that packs well and is full of one word. */
export function longStory(mark: string, letterCount: number): string {
  const sentence = (n: number) => `Le ${n}e jour, ${mark} m’a dit que le calcul avait décidé, et rien d’autre. `
  let told = ''
  for (let n = 1; told.length < letterCount; n += 1) told += sentence(n)
  return told.trim()
}

export const anonymous = () => randomBytes(6).toString('hex')
