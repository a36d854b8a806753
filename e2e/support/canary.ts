import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { inflateRawSync, unzipSync } from 'node:zlib'

const letters = 'bcdfghjklmnpqrstvwxz'

/** Letters by chance that no language has: nothing takes them for an identifier, and nothing holds them by accident. */
export const rareWord = (length = 16): string =>
  Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')

/** Of base64 the part that is the same whatever stands before and after, for each of the three ways to fall into step. */
const base64Cores = (word: Buffer): Buffer[] =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), word]).toString('base64')
    return Buffer.from(whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + word.length) * 8) / 6)))
  })

type Needles = Record<string, Buffer>

/** The spellings in which a word may lie about. */
export function spellings(word: string): Needles {
  const bytes = Buffer.from(word)
  const spelled = {
    'in clear': bytes,
    'in capitals': Buffer.from(word.toUpperCase()),
    'in small letters': Buffer.from(word.toLowerCase()),
    'as UTF-16': Buffer.from(word, 'utf16le'),
    'as hexadecimal': Buffer.from(bytes.toString('hex')),
    'as HEXADECIMAL': Buffer.from(bytes.toString('hex').toUpperCase()),
  }
  const cores = base64Cores(bytes).map((core, step) => [`as base64, ${step} out of step`, core] as const)
  return { ...spelled, ...Object.fromEntries(cores) }
}

/**
 * PostgreSQL packs long texts (pglz): what comes first stays as it is, with a sign after every eighth letter. One of these is
 * whole wherever those signs fall.
 */
export const packedSpellings = (word: string): Needles =>
  Object.fromEntries(
    Array.from({ length: word.length - 7 }, (_, at) => [`packed (${at})`, Buffer.from(word.slice(at, at + 8))]),
  )

/** Which of these are in there, as it is or after unpacking. */
export function foundIn(bytes: Buffer, needles: Needles): string[] {
  const layers = [bytes]
  for (const open of [unzipSync, inflateRawSync])
    try {
      layers.push(open(bytes, { maxOutputLength: 64 * 2 ** 20 }))
    } catch {
      // not packed in this way
    }
  return Object.entries(needles).flatMap(([name, needle]) =>
    layers.some((layer) => layer.includes(needle)) ? [name] : [],
  )
}

/** Files of others on this machine that hold nothing of the product: browsers, and houses of other tests. */
const notOurs = /^(?:playwright|portevoix-house|\.?org\.chromium|\.?com\.google)/

/** What was written into these folders since then. */
export function filesSince(folders: readonly string[], since: number): string[] {
  const entries = folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !notOurs.test(name))
      .map((entry) => ({ entry, file: path.join(entry.parentPath, entry.name) })),
  )
  return entries.flatMap(({ entry, file }) => {
    if (entry.isDirectory()) return /^tsx-|^portevoix/.test(entry.name) ? filesSince([file], since) : []
    return entry.isFile() && (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since ? [file] : []
  })
}

export function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0) // gone meanwhile
  }
}

/** A story as long as that which packs well, and is full of one word. */
export function longStory(word: string, length: number): string {
  const told = []
  for (let day = 1, size = 0; size < length; day += 1) {
    const sentence = `Le ${day}e jour, ${word} m’a dit que le calcul avait décidé, et rien d’autre.`
    told.push(sentence)
    size += sentence.length + 1
  }
  return told.join(' ')
}
