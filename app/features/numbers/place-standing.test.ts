import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { otherLife, others, type Asked, type Wish } from './attack/deduce.ts'
import { cellsOf, lived, places, type Moment, type Release, type Turn } from './attack/history.ts'
import { inFrance, nextStanding, nothingShown, type Kind } from './place-standing.ts'

const touchedPlaces = ['d0', 'd1', 'd2', 'd3', 'd4', 'c0', 'c1'] as const

/** People come by ones and in crowds, and leave by ones and in sweeps. */
const wave = fc.record({
  place: fc.oneof(
    { weight: 3, arbitrary: fc.constant('d0') },
    { weight: 6, arbitrary: fc.constantFrom(...touchedPlaces) },
  ),
  many: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 25 })),
  comes: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
})
const history = fc.record({
  waves: fc.array(wave, { minLength: 4, maxLength: 45 }),
  every: fc.integer({ min: 1, max: 23 }),
  staying: fc.boolean(),
  pick: fc.nat(),
  width: fc.integer({ min: 1, max: 12 }),
})

const turnsOf = ({
  waves,
  staying,
}: {
  waves: readonly { place: string; many: number; comes: boolean }[]
  staying: boolean
}) =>
  waves.flatMap(({ place, many, comes }) =>
    Array.from({ length: many }, (): Turn => ({ place, comes: staying || comes })),
  )

/** Only releases, and the two ends of what somebody watches. */
function watched(all: readonly Moment[], ends: readonly number[]) {
  const kept = all
    .map((_, i) => i)
    .filter((i) => i === 0 || all[i]?.release || ends.includes(i) || i === all.length - 1)
  return { moments: kept.flatMap((i) => all[i] ?? []), at: (i: number) => kept.indexOf(i) }
}

const placesOf = (kind: Kind) => Object.keys(places).filter((key) => places[key] === kind)
const opposite = (kind: Kind): Kind => (kind === 'known' ? 'abroad' : 'known')
const shownIn = ({ standing }: Release, key: string) => standing.cells[key]?.shown ?? 0
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)

function asking(moments: readonly Moment[], kind: Kind): Asked {
  const lines = touchedPlaces.filter((line) => places[line] === kind)
  const elsewhere = placesOf(opposite(kind))
  return {
    moments,
    lines,
    othersCount: placesOf(kind).length - lines.length,
    rest(release, count) {
      const least = sumOf(elsewhere.map((key) => shownIn(release, key)))
      const most = least + 9 * elsewhere.length
      const { least: few = 0, most: many = count } = release.told['unknown'] ?? {}
      if (kind === 'known') return { least: Math.max(least, few), most: Math.min(most, many) }
      return { least: Math.max(least, count - many), most: Math.min(most, count - few) }
    },
  }
}

/** So many people in these places, each of which shows what it shows. */
function spread(keys: readonly string[], { shown, total }: { shown: (key: string) => number; total: number }) {
  let left = total - sumOf(keys.map(shown))
  return keys.map((key): [string, number] => {
    const here = Math.min(9, Math.max(0, left))
    left -= here
    return [key, shown(key) + here]
  })
}

/** Lived again with the other numbers, every release must look the same to everyone. */
function looksTheSame(asked: Asked, kind: Kind, life: readonly Record<string, number>[]): boolean {
  let standing = nothingShown
  const spare = placesOf(kind).filter((key) => !asked.lines.some((line) => line === key))
  return asked.moments.every(({ ins, outs, release }, at) => {
    if (!release) return true
    const { [others]: many = 0, rest = 0, ...lines } = life[at] ?? {}
    const cells = Object.fromEntries([
      ...Object.entries(lines),
      ...spread(spare, { shown: () => 0, total: many }),
      ...spread(placesOf(opposite(kind)), { shown: (key) => shownIn(release, key), total: rest }),
    ])
    standing = nextStanding(standing, { ins, outs, cells: cellsOf(cells) }, places).standing
    return JSON.stringify(standing) === JSON.stringify(release.standing)
  })
}

const isPossible = (asked: Asked, kind: Kind, wishes: readonly Wish[]): boolean =>
  wishes.some((wish) => {
    const life = otherLife(asked, wish)
    return life !== null && looksTheSame(asked, kind, life)
  })

const plenty = 1e6
const isSmall = (n: number) => n > 0 && n < 10

/** That nobody came or left; that ten or more came, or left, at once or in all. */
function tenOrNone({ line, from, to, n }: { line: string; from: number; to: number; n: number }): Wish[] {
  const slices = Array.from({ length: to - from }, (_, i) => from + 1 + i)
  const ends = Array.from({ length: 19 }, (_, i) => Math.max(0, n - 9 + i))
  return [
    { kind: 'none', line, from, to },
    ...slices.flatMap((slice): Wish[] => [
      { kind: 'in', line, slice, least: 10 },
      { kind: 'out', line, slice, least: 10 },
    ]),
    ...ends.flatMap((end): Wish[] => [
      {
        kind: 'stock',
        line,
        at: [
          { moment: from, least: 0, most: end },
          { moment: to, least: end + 10, most: plenty },
        ],
      },
      {
        kind: 'stock',
        line,
        at: [
          { moment: to, least: 0, most: end },
          { moment: from, least: end + 10, most: plenty },
        ],
      },
    ]),
  ]
}

/** Everything small that is true of a place at a release, or of its change between two moments, must not be known. */
function secrets(
  all: readonly Moment[],
  from: number,
  to: number,
): { line: string; wishes: Wish[]; kind: Kind; ends: number[] }[] {
  const inside = watched(all, [from, to])
  const [a, b] = [inside.at(from), inside.at(to)]
  return touchedPlaces.flatMap((line) => {
    const kind = places[line] ?? 'known'
    const n = (i: number) => all[i]?.truth[line] ?? 0
    const change = Math.abs(n(to) - n(from))
    const values: Wish[] = [
      { kind: 'stock', line, at: [{ moment: b, least: 0, most: 0 }] },
      { kind: 'stock', line, at: [{ moment: b, least: 10, most: plenty }] },
    ]
    return [
      ...(isSmall(change)
        ? [{ line, kind, ends: [from, to], wishes: tenOrNone({ line, from: a, to: b, n: n(from) }) }]
        : []),
      ...(isSmall(n(to)) ? [{ line, kind, ends: [from, to], wishes: values }] : []),
    ]
  })
}

function someMoments(all: readonly Moment[], { pick, width }: { pick: number; width: number }): [number, number][] {
  const releases = all.flatMap((moment, i) => (moment.release ? [i] : []))
  const pairs = releases.slice(1).map((to, i): [number, number] => [releases[i] ?? 0, to])
  const chosen = pairs.filter((_, i) => (i + pick) % Math.ceil(pairs.length / 3 || 1) === 0)
  const start = pick % Math.max(1, all.length - width)
  return [...chosen, [start, Math.min(all.length - 1, start + width)]]
}

const shownAfter = (...releases: { ins: number; outs?: number; cells: Record<string, number> }[]) => {
  let standing = nothingShown
  for (const { ins, outs = 0, cells } of releases)
    standing = nextStanding(standing, { ins, outs, cells: cellsOf(cells) }, places).standing
  return standing
}
const isShown = (key: string, ...releases: Parameters<typeof shownAfter>) => shownAfter(...releases).cells[key]?.shown

describe('what is said of places', () => {
  test('a first number needs nineteen in the campaign, ten of them there', () => {
    expect(isShown('d0', { ins: 18, cells: { d0: 18 } })).toBe(0)
    expect(isShown('d0', { ins: 19, cells: { d0: 10, d1: 9 } })).toBe(10)
    expect(isShown('d0', { ins: 100, cells: { d0: 9, d1: 91 } })).toBe(0)
    expect(isShown('d1', { ins: 100, cells: { d0: 9, d1: 91 } })).toBe(90)
  })

  test('the tenth person of a place does not show it: ten more of the campaign do', () => {
    const first = { ins: 100, cells: { d0: 9, d1: 91 } }
    expect(isShown('d0', first, { ins: 101, cells: { d0: 10, d1: 91 } })).toBe(0)
    expect(isShown('d0', first, { ins: 110, cells: { d0: 10, d1: 100 } })).toBe(10)
  })

  test('one who leaves does not lower a place, ten who leave do', () => {
    const first = { ins: 100, cells: { d0: 20, d1: 80 } }
    expect(isShown('d0', first, { ins: 100, outs: 1, cells: { d0: 19, d1: 80 } })).toBe(20)
    expect(isShown('d0', first, { ins: 100, outs: 10, cells: { d0: 19, d1: 71 } })).toBe(10)
  })

  test('no place shows more than the count leaves, even when all are from there', () => {
    expect(isShown('d0', { ins: 1000, cells: { d0: 1000 } })).toBe(990)
    expect(isShown('d0', { ins: 1000, cells: { d0: 1000 } }, { ins: 1000, outs: 4, cells: { d0: 996 } })).toBe(980)
  })

  test('France is the count without everyone who may be elsewhere', () => {
    expect(inFrance(shownAfter({ ins: 1000, cells: { d0: 600, d1: 397, c0: 3 } }), 'unknown')).toBe(990)
    expect(inFrance(shownAfter({ ins: 1000, cells: { d0: 600, d1: 354, c0: 46 } }), 'unknown')).toBe(950)
  })

  test('never tells of fewer than ten where they live, nor where one who just came or left does, whoever does sums', () => {
    fc.assert(
      fc.property(history, (given) => {
        const all = lived(turnsOf(given), (turn) => turn % given.every === 0)
        for (const [from, to] of someMoments(all, given))
          for (const { line, kind, ends, wishes } of secrets(all, from, to)) {
            const asked = asking(watched(all, ends).moments, kind)
            if (!isPossible(asked, kind, wishes)) throw new Error(`${line} is known between ${from} and ${to}`)
          }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
