import { nodeHash, type Hash, type Sha256 } from './merkle.ts'
import { subtreesOf, type Subtree } from './ranges.ts'

/** Levels of the tree in one tile, and hashes in a full one (as C2SP tlog-tiles has them). */
const height = 8
export const tileWidth = 256

/** A row of hashes: the `number`-th of its level. Its hashes are leaves on level 0, and roots of full tiles above. */
export interface Tile {
  level: number
  number: number
  hashes: Hash[]
}

/** Where the hashes under a subtree stand. */
export interface TilePlace {
  level: number
  number: number
  /** The first of them in the tile, and how many they are: a power of two. */
  first: number
  count: number
}

const whole = (value: number, by: number): number => (value - (value % by)) / by

/** In which tile a whole subtree is found, and where there. */
export function placeOf({ level, index }: Subtree): TilePlace {
  const count = 2 ** (level % height)
  const first = index * count
  return { level: whole(level, height), number: whole(first, tileWidth), first: first % tileWidth, count }
}

/** The root over hashes whose number is a power of two. @throws without any */
export function rootOver(hashes: readonly Hash[], sha256: Sha256): Hash {
  let level = [...hashes]
  while (level.length > 1)
    level = level.flatMap((left, place) => {
      const right = level[place + 1]
      return place % 2 === 0 && right ? [nodeHash(sha256, [left, right])] : []
    })
  const [root] = level
  if (!root) throw new Error('no hashes, no root')
  return root
}

/** Joins the roots of whole subtrees, from left to right, into the root over them (RFC 9162 §2.1.1). @throws without any */
export function joined(roots: readonly Hash[], sha256: Sha256): Hash {
  const [last, ...before] = roots.toReversed()
  if (!last) throw new Error('no subtrees, no root')
  return before.reduce((right, left) => nodeHash(sha256, [left, right]), last)
}

/** A tree that can grow, without all that lies behind: its leaves so far, and the last tile of each level from 0 on, none for a full one. */
export interface Tree {
  size: number
  edge: readonly (readonly Hash[])[]
}

/** Appends leaves to a tree that is kept in tiles. @returns the tiles that are new or longer than before */
export function append({ size, edge }: Tree, leaves: readonly Hash[], sha256: Sha256): Tile[] {
  const tiles: Tile[] = []
  let [before, added] = [size, leaves]
  for (let level = 0; added.length > 0; level += 1) {
    const full: Hash[] = []
    const row = [...(edge[level] ?? []).slice(0, before % tileWidth), ...added]
    for (let at = 0; at < row.length; at += tileWidth) {
      const hashes = row.slice(at, at + tileWidth)
      tiles.push({ level, number: whole(before, tileWidth) + at / tileWidth, hashes })
      if (hashes.length === tileWidth) full.push(rootOver(hashes, sha256))
    }
    ;[before, added] = [whole(before, tileWidth), full]
  }
  return tiles
}

/** The tree after these tiles were appended to it, with so many leaves more. */
export function grown({ size, edge }: Tree, tiles: readonly Tile[], leaves: number): Tree {
  const after = edge.map((hashes) => hashes)
  for (const { level, hashes } of tiles) after[level] = hashes.length < tileWidth ? hashes : []
  return { size: size + leaves, edge: after }
}

/** The root of a tree (RFC 9162 §2.1.1). */
export function rootOfTree({ size, edge }: Tree, sha256: Sha256): Hash {
  if (size === 0) return sha256(new Uint8Array())
  const roots = subtreesOf({ from: 0, to: size }).map((subtree) => {
    const { level, first, count } = placeOf(subtree)
    return rootOver((edge[level] ?? []).slice(first, first + count), sha256)
  })
  return joined(roots, sha256)
}
