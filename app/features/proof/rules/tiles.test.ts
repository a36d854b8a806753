import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendsTree, includes, nodeHash, type Hash } from './merkle.ts'
import { consistencyRanges, inclusionRanges, subtreesOf, type Range } from './ranges.ts'
import { append, grown, joined, placeOf, rootOfTree, rootOver, tileWidth, type Tile, type Tree } from './tiles.ts'

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')
const leafOf = (entry: number) => sha256(Buffer.from(`\0${entry}`))

/** The root as RFC 9162 §2.1.1 defines it. */
function rootOf(leaves: readonly Hash[]): Hash {
  const [only] = leaves
  if (!only || leaves.length === 1) return only ?? sha256(Buffer.alloc(0))
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(sha256, [rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k))])
}

/** A tree as a server keeps it: tiles alone. */
class Kept {
  tree: Tree = { size: 0, edge: [] }
  readonly tiles = new Map<string, Tile>()

  add(leaves: readonly Hash[]) {
    const tiles = append(this.tree, leaves, sha256)
    for (const tile of tiles) this.tiles.set(`${tile.level}/${tile.number}`, tile)
    this.tree = grown(this.tree, tiles, leaves.length)
  }

  rootOf = (range: Range): Hash =>
    joined(
      subtreesOf(range).map((subtree) => {
        const { level, number, first, count } = placeOf(subtree)
        return rootOver(this.tiles.get(`${level}/${number}`)?.hashes.slice(first, first + count) ?? [], sha256)
      }),
      sha256,
    )
}

const batches = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 6 })

test('however leaves are appended, the tiles give the root and the proofs of RFC 9162', () => {
  fc.assert(
    fc.property(batches, fc.nat(), fc.nat(), (sizes, some, other) => {
      const kept = new Kept()
      const leaves: Hash[] = []
      for (const size of sizes) {
        const added = Array.from({ length: size }, (_, entry) => leafOf(leaves.length + entry))
        kept.add(added)
        leaves.push(...added)
        expect(rootOfTree(kept.tree, sha256)).toEqual(rootOf(leaves))
      }
      fc.pre(leaves.length > 0)
      const size = (some % leaves.length) + 1
      const root = rootOf(leaves.slice(0, size))
      expect(kept.rootOf({ from: 0, to: size })).toEqual(root)
      const index = other % size
      const proof = inclusionRanges(index, size).map(kept.rootOf)
      expect(includes({ index, size, root, leaf: leafOf(index), proof }, sha256)).toBe(true)
      const first = index + 1
      const grown = { first, second: size, firstRoot: rootOf(leaves.slice(0, first)), secondRoot: root }
      const growth = consistencyRanges(first, size).map(kept.rootOf)
      expect(extendsTree({ ...grown, proof: growth }, sha256)).toBe(true)
    }),
    { numRuns: 25 },
  )
}, 30_000)

test('a tree of more than a tile of tiles grows one leaf at a time to the same tiles', () => {
  const leaves = Array.from({ length: tileWidth * 3 + 5 }, (_, entry) => leafOf(entry))
  const [atOnce, slowly] = [new Kept(), new Kept()]
  atOnce.add(leaves)
  for (const leaf of leaves) slowly.add([leaf])
  expect(slowly.tiles).toEqual(atOnce.tiles)
  expect([...atOnce.tiles.keys()]).toEqual(['0/0', '0/1', '0/2', '0/3', '1/0'])
})

test('where a subtree stands is known far beyond 2^31 leaves', () => {
  expect(placeOf({ level: 0, index: 2 ** 40 + 300 })).toEqual({ level: 0, number: 2 ** 32 + 1, first: 44, count: 1 })
  expect(placeOf({ level: 15, index: 3 })).toEqual({ level: 1, number: 1, first: 128, count: 128 })
  expect(placeOf({ level: 16, index: 5 })).toEqual({ level: 2, number: 0, first: 5, count: 1 })
  expect(inclusionRanges(2 ** 40, 2 ** 40 + 1)).toEqual([{ from: 0, to: 2 ** 40 }])
})
