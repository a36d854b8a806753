import { integerArray, bigintArray } from '#app/infra/db/binary-array.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import type { Hash } from '../rules/merkle.ts'
import { joined, placeOf, rootOver, tileWidth, type TilePlace } from '../rules/tiles.ts'
import { subtreesOf, type Range } from '../rules/ranges.ts'
import { sha256 } from '../hash.server.ts'

/** Whatever can be asked: the pool, or a connection within its transaction. */
export interface Asked {
  query: <Row extends object>(text: string, values: unknown[]) => Promise<{ rows: Row[] }>
}
/** Each statement on its own. */
export const all: Asked = { query: (text, values) => pool().query(text, values) }

interface TileRow {
  level: number
  number: string
  hashes: Buffer
}

const hashBytes = 32
const keyOf = (level: number, number: number) => `${level}/${number}`

const hashesIn = (bytes: Buffer): Hash[] =>
  Array.from({ length: bytes.length / hashBytes }, (_, at) => bytes.subarray(at * hashBytes, (at + 1) * hashBytes))

async function tilesAt(on: Asked, campaignId: number, places: readonly Pick<TilePlace, 'level' | 'number'>[]) {
  const wanted = [...new Map(places.map((place) => [keyOf(place.level, place.number), place])).values()]
  const { rows } = await on.query<TileRow>(
    `select t.level, t.number, t.hashes from unnest($2::int[], $3::bigint[]) as w(level, number)
     join log_tile t on t.campaign_id = $1 and t.level = w.level and t.number = w.number`,
    [
      campaignId,
      integerArray(wanted.map(({ level }) => level)),
      bigintArray(wanted.map(({ number }) => String(number))),
    ],
  )
  return new Map(rows.map(({ level, number, hashes }) => [keyOf(level, Number(number)), hashesIn(hashes)]))
}

/** The hashes of the last tile of each level of a tree of this size; none where it is full. */
export async function edgeOf(on: Asked, campaignId: number, size: number): Promise<Hash[][]> {
  const places: { level: number; number: number }[] = []
  for (let count = size, level = 0; count > 0; count = Math.floor(count / tileWidth), level += 1)
    places.push({ level, number: Math.floor(count / tileWidth) })
  const tiles = await tilesAt(on, campaignId, places)
  return places.map(({ level, number }) => tiles.get(keyOf(level, number)) ?? [])
}

/**
 * The root over each of these ranges, all of which end within the tree.
 * @throws when a tile is missing or too short: the log is not whole
 */
export async function rootsOf(campaignId: number, ranges: readonly Range[], on: Asked = all): Promise<Hash[]> {
  const parts = ranges.map((range) => subtreesOf(range).map(placeOf))
  const tiles = await tilesAt(on, campaignId, parts.flat())
  const rootAt = ({ level, number, first, count }: TilePlace) => {
    const hashes = tiles.get(keyOf(level, number))?.slice(first, first + count) ?? []
    if (hashes.length < count)
      throw new Error(`tile ${keyOf(level, number)} of the log of campaign ${campaignId} is not whole`)
    return rootOver(hashes, sha256)
  }
  return parts.map((places) => joined(places.map(rootAt), sha256))
}
