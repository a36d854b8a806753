/** Product of two 32-bit integers, cut to 32 bits: the browser and the server must agree to the last bit. */
const times = (a: number, b: number): number => ((a & 0xffff) * b + ((((a >>> 16) * b) & 0xffff) << 16)) | 0

/**
 * A number that looks as if drawn by lot, from 0 (included) to 1 (excluded), and is always the same for the same integers.
 * Mixing steps of MurmurHash3 (public domain). It is for drawings, never for secrets.
 */
export function chance(...integers: readonly number[]): number {
  let mixed = 0x9e3779b9
  for (const integer of integers) {
    mixed = times(mixed ^ integer, 0x85ebca6b)
    mixed ^= mixed >>> 13
    mixed = times(mixed, 0xc2b2ae35)
    mixed ^= mixed >>> 16
  }
  return (mixed >>> 0) / 2 ** 32
}

/** An integer that stands for a word, so that lots can be drawn by name and not by place. */
export const numberOf = (word: string): number => {
  let mixed = 0x811c9dc5
  for (const letter of word) mixed = times(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return mixed | 0
}
