/** A SHA-256 hash: 32 bytes. */
export type Hash = Uint8Array

/** SHA-256, as the place has it: a server, a browser and a stand-alone file each have another. */
export type Sha256 = (bytes: Uint8Array) => Hash

const hashLength = 32

/**
 * The hash over two others: SHA-256(0x01 ‖ left ‖ right), RFC 9162 §2.1.1. A leaf is hashed behind a zero, so that none can pass
 * for a node.
 */
export function nodeHash(sha256: Sha256, [left, right]: readonly [Hash, Hash]): Hash {
  const bytes = new Uint8Array(1 + 2 * hashLength)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + hashLength)
  return sha256(bytes)
}

/** Halves beyond 2^31 leaves, which no operator on bits can. */
const half = (value: number): number => (value - (value % 2)) / 2
const isOdd = (value: number): boolean => value % 2 === 1
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const same = (one: Hash, other: Hash): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place])
/** One that is longer or shorter could move bytes from one neighbour to the other without a change of their node. */
const areHashes = (hashes: readonly Hash[]): boolean => hashes.every((hash) => hash.length === hashLength)

interface Inclusion {
  /** Place of the leaf, from 0. */
  index: number
  /** Leaves of the tree. */
  size: number
  root: Hash
  leaf: Hash
  proof: readonly Hash[]
}

/** Whether the leaf stands at this place in the tree of this root (RFC 9162 §2.1.3.2). Never throws, whatever it is given. */
export function includes({ index, size, root, leaf, proof }: Inclusion, sha256: Sha256): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leaf, ...proof])) return false
  let [place, last, hash] = [index, size - 1, leaf]
  for (const next of proof) {
    if (last === 0) return false
    if (isOdd(place) || place === last) {
      hash = nodeHash(sha256, [next, hash])
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)]
    } else hash = nodeHash(sha256, [hash, next])
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && same(hash, root)
}

interface Consistency {
  /** Leaves of the older tree, at least one: from an empty one nothing follows. */
  first: number
  /** Leaves of the newer tree. */
  second: number
  firstRoot: Hash
  secondRoot: Hash
  proof: readonly Hash[]
}

/** Whether the newer tree begins with everything that is in the older one (RFC 9162 §2.1.4.2). Never throws. */
export function extendsTree({ first, second, firstRoot, secondRoot, proof }: Consistency, sha256: Sha256): boolean {
  if (!isCount(first) || !isCount(second) || first === 0 || first > second) return false
  if (first === second) return proof.length === 0 && same(firstRoot, secondRoot)
  if (!areHashes([firstRoot, ...proof])) return false
  let [place, last] = [first - 1, second - 1]
  while (isOdd(place)) [place, last] = [half(place), half(last)]
  // An older tree that is a whole subtree of the newer one is where the way begins: the proof does not repeat it.
  const [start, ...rest] = place === 0 ? [firstRoot, ...proof] : proof
  if (!start || proof.length === 0) return false
  let [older, newer] = [start, start]
  for (const next of rest) {
    if (last === 0) return false
    if (isOdd(place) || place === last) {
      older = nodeHash(sha256, [next, older])
      newer = nodeHash(sha256, [next, newer])
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)]
    } else newer = nodeHash(sha256, [newer, next])
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && same(older, firstRoot) && same(newer, secondRoot)
}
