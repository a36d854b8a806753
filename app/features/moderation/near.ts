/**
 * Whether two stories say nearly the same, without comparing each with each word for word: MinHash over shingles of words.
 * Pure, so that it can be measured.
 */

/** How many minima stand for a text. The estimate is wrong by about 1/√64, an eighth. */
const size = 64
const wordsPerShingle = 3
/** Of a longer text only the beginning: what is sent twice is sent twice from the start. */
const mostWords = 2000

/** Above this share of common shingles two texts are shown as alike: half of them. */
export const alikeFrom = 0.5

const words = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036F]/g, '')
      .match(/[a-z0-9]+/g) ?? []
  ).slice(0, mostWords)

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01_00_01_93)
  return hash >>> 0
}

/** One of a family of hashes, from a first one: odd multipliers and a mix, the same in every process. */
function remix(hash: number, turn: number): number {
  let mixed = Math.imul(hash ^ Math.imul(turn + 1, 0x9e_37_79_b1), 0x85_eb_ca_6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

export type Sketch = Uint32Array

/** What stands for a text; `null` when it has too few words to say anything. */
export function sketchOf(text: string): Sketch | null {
  const all = words(text)
  if (all.length < wordsPerShingle + 2) return null
  const shingles = new Set<number>()
  for (let place = 0; place + wordsPerShingle <= all.length; place += 1)
    shingles.add(hashOf(all.slice(place, place + wordsPerShingle).join(' ')))
  const sketch = new Uint32Array(size).fill(0xff_ff_ff_ff)
  for (const shingle of shingles)
    for (let turn = 0; turn < size; turn += 1) {
      const mixed = remix(shingle, turn)
      if (mixed < (sketch[turn] ?? 0)) sketch[turn] = mixed
    }
  return sketch
}

/** The estimated share of common shingles, 0 to 1. */
export function likeness(one: Sketch, other: Sketch): number {
  let same = 0
  for (let turn = 0; turn < size; turn += 1) if (one[turn] === other[turn]) same += 1
  return same / size
}
