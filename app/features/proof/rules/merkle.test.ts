import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendsTree as extendsWith, includes as includesWith } from './merkle.ts'
import { holds as holdsWith } from './vector.ts'

// What the rules are compared with: the definitions of RFC 9162 §2.1.1, §2.1.3.1 and §2.1.4.1 as they stand there.
const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const whole = (bytes: Uint8Array) => sha256(bytes)
const includes = (claim: Parameters<typeof includesWith>[0]) => includesWith(claim, whole)
const extendsTree = (claim: Parameters<typeof extendsWith>[0]) => extendsWith(claim, whole)
const holds = (json: string) => holdsWith(json, whole)

const leafOf = (entry: number) => sha256(Buffer.of(0), Buffer.from(String(entry)))
const node = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.of(1), left, right)
/** The largest power of two below. */
function split(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (!only) return sha256()
  if (leaves.length === 1) return only
  const k = split(leaves.length)
  return node(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)))
}

function path(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length <= 1) return []
  const k = split(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return index < k ? [...path(index, left), rootOf(right)] : [...path(index - k, right), rootOf(left)]
}

function growth(first: number, leaves: readonly Buffer[], isWhole = true): Buffer[] {
  if (first === leaves.length) return isWhole ? [] : [rootOf(leaves)]
  const k = split(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return first <= k
    ? [...growth(first, left, isWhole), rootOf(right)]
    : [...growth(first - k, right, false), rootOf(left)]
}

const treeOf = (size: number) => Array.from({ length: size }, (_, entry) => leafOf(entry))
const flipped = (hash: Uint8Array, bit: number) => {
  const copy = Buffer.from(hash)
  copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
  return copy
}

test('every leaf of every small tree is proved, at its own place only', () => {
  for (let size = 1; size <= 33; size += 1) {
    const leaves = treeOf(size)
    const root = rootOf(leaves)
    for (const [index, leaf] of leaves.entries()) {
      const claim = { size, root, leaf, proof: path(index, leaves) }
      const places = [...leaves.keys()].filter((place) => includes({ ...claim, index: place }))
      expect(places, `${index} of ${size}`).toEqual([index])
      expect(includes({ ...claim, index, leaf: leafOf(size) })).toBe(false)
    }
  }
})

test('every small tree is proved to begin with every smaller one, and with no other', () => {
  for (let second = 2; second <= 33; second += 1) {
    const leaves = treeOf(second)
    const secondRoot = rootOf(leaves)
    for (let first = 1; first < second; first += 1) {
      const firstRoot = rootOf(leaves.slice(0, first))
      const claim = { second, secondRoot, proof: growth(first, leaves) }
      expect(extendsTree({ ...claim, first, firstRoot }), `${first} in ${second}`).toBe(true)
      const otherRoot = rootOf([...treeOf(first - 1), leafOf(99)])
      expect(extendsTree({ ...claim, first, firstRoot: otherRoot })).toBe(false)
      expect(extendsTree({ ...claim, first, firstRoot, secondRoot: firstRoot })).toBe(false)
    }
  }
})

test('a proof of which a bit is another, or a hash more, less or elsewhere, proves nothing', () => {
  const claims = fc.record({
    size: fc.integer({ min: 2, max: 200 }),
    at: fc.nat(),
    where: fc.nat(),
    bit: fc.integer({ min: 0, max: 255 }),
  })
  fc.assert(
    fc.property(claims, ({ size, at, where, bit }) => {
      const leaves = treeOf(size)
      const [index, first] = [at % size, (at % (size - 1)) + 1]
      const inclusion = { index, size, root: rootOf(leaves), leaf: leafOf(index) }
      const growing = { first, second: size, firstRoot: rootOf(leaves.slice(0, first)), secondRoot: inclusion.root }
      for (const [proof, check] of [
        [path(index, leaves), (hashes: Buffer[]) => includes({ ...inclusion, proof: hashes })],
        [growth(first, leaves), (hashes: Buffer[]) => extendsTree({ ...growing, proof: hashes })],
      ] as const) {
        const place = where % proof.length
        const changed = flipped(proof[place] ?? sha256(), bit)
        expect(check(proof)).toBe(true)
        expect(check(proof.with(place, changed))).toBe(false)
        expect(check(proof.toSpliced(place, 1))).toBe(false)
        expect(check(proof.toSpliced(place, 0, changed))).toBe(false)
        expect(check([...proof, changed])).toBe(false)
      }
    }),
  )
})

test('hashes of another length are refused, wherever their bytes would fall into place', () => {
  const [one, other] = [leafOf(0), leafOf(1)]
  const root = node(one, other)
  const moved = { leaf: one.subarray(0, 31), proof: [Buffer.concat([one.subarray(31), other])] }
  expect(includes({ index: 0, size: 2, root, leaf: one, proof: [other] })).toBe(true)
  expect(includes({ index: 0, size: 2, root, ...moved })).toBe(false)
  const grown = { first: 1, second: 2, secondRoot: root }
  expect(extendsTree({ ...grown, firstRoot: one, proof: [other] })).toBe(true)
  expect(extendsTree({ ...grown, firstRoot: moved.leaf, proof: moved.proof })).toBe(false)
})

test('places beyond what a number can say, below zero or between two are refused', () => {
  const [leaf] = treeOf(1)
  if (!leaf) throw new Error('a tree of one has a leaf')
  const claim = { root: leaf, leaf, proof: [] }
  expect(includes({ ...claim, index: 0, size: 1 })).toBe(true)
  for (const index of [-1, 0.5, 1, 2 ** 53, Number.NaN, Infinity])
    expect(includes({ ...claim, index, size: 1 })).toBe(false)
  for (const size of [0, -1, 1.5, 2 ** 53 + 2, Number.NaN]) expect(includes({ ...claim, index: 0, size })).toBe(false)
  for (const first of [0, -1, 0.5, Number.NaN])
    expect(extendsTree({ first, second: 1, firstRoot: leaf, secondRoot: leaf, proof: [] })).toBe(false)
})

test('a tree of more than 2^32 leaves is climbed like a small one', () => {
  // A chain in which the leaf is always on the left: its root is what it says.
  const proof = Array.from({ length: 40 }, (_, step) => leafOf(step))
  const root = proof.reduce((hash, next) => node(hash, next), leafOf(41))
  expect(includes({ index: 0, size: 2 ** 40, root, leaf: leafOf(41), proof })).toBe(true)
  expect(includes({ index: 2 ** 32, size: 2 ** 40, root, leaf: leafOf(41), proof })).toBe(false)
})

test('a vector is judged by what it holds, whatever it says of itself', () => {
  const leaves = treeOf(3)
  const base64 = (hash: Uint8Array) => Buffer.from(hash).toString('base64')
  const good = {
    leafIdx: 2,
    treeSize: 3,
    root: base64(rootOf(leaves)),
    leafHash: base64(leafOf(2)),
    proof: path(2, leaves).map(base64),
  }
  expect(holds(JSON.stringify({ ...good, wantErr: true }))).toBe(true)
  expect(holds(JSON.stringify({ ...good, leafIdx: 0, treeSize: 1, root: good.leafHash, proof: null }))).toBe(true)
  const wrong = [{ leafIdx: '2' }, { root: `${good.root}=` }, { root: 7 }, { proof: undefined }, { proof: [null] }]
  expect(wrong.filter((change) => holds(JSON.stringify({ ...good, wantErr: false, ...change })))).toEqual([])
  expect(['', '{', 'null', '[]', '{"leafIdx":2}'].filter(holds)).toEqual([])
  const spelled = (text: string) =>
    holds(JSON.stringify({ leafIdx: 0, treeSize: 1, root: text, leafHash: text, proof: [] }))
  const zeros = 'A'.repeat(42)
  expect([`${zeros}A=`, `${zeros}B=`, `${zeros}A`, `${zeros} A=`].map(spelled)).toEqual([true, false, false, false])
})

test('a hostile vector is refused, and nothing throws', () => {
  const [leaf] = treeOf(1)
  const hash = Buffer.from(leaf ?? []).toString('base64')
  const vector = (sizes: string, proof = '[]') => `{${sizes},"root":"${hash}","leafHash":"${hash}","proof":${proof}}`
  expect(holds(vector('"leafIdx":0,"treeSize":1'))).toBe(true)
  expect(holds(vector('"leafIdx":7,"leafIdx":0,"treeSize":1')), 'of two that are named alike the last counts').toBe(
    true,
  )
  const sizes = ['18446744073709551615', '9007199254740993', '1e400', '-0.5', '"1"', 'null', '[1]', '01', '0x1']
  const hostile = [
    ...sizes.flatMap((size) => [vector(`"leafIdx":0,"treeSize":${size}`), vector(`"leafIdx":${size},"treeSize":2`)]),
    vector('"leafIdx":0,"leafIdx":7,"treeSize":1'),
    ...['"AAAA"', '"===="', '"A"', `"${hash.replace('=', '')}"`, `"${hash}\\n"`, '{}', '[[]]'].map((one) =>
      vector('"leafIdx":0,"treeSize":1', `[${one}]`),
    ),
    vector('"leafIdx":0,"treeSize":1', `[${`"${hash}",`.repeat(5000)}"${hash}"]`),
    vector('"leafIdx":0,"treeSize":1', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    `\uFEFF${vector('"leafIdx":0,"treeSize":1')}`,
    '{"__proto__":{"leafIdx":0}}',
    '\0',
  ]
  expect(hostile.filter(holds)).toEqual([])
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !holds(text) && !holds(vector(text))))
})

const vectors = '../shared/vectors/merkle/testdata'

test('public vectors are judged as their authors do', ({ skip }) => {
  skip(!existsSync(vectors), `the vectors of transparency-dev/merkle are not in ${vectors}`)
  const files = readdirSync(vectors, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
  const wrong = files.filter((file) => {
    const json = readFileSync(join(vectors, file), 'utf8')
    return holds(json) === /"wantErr": true/.test(json)
  })
  expect(wrong).toEqual([])
  expect(files.length).toBeGreaterThan(50)
})
