/**
 * WHAT IS SAID OF PLACES (docs/decisions/0059). Pure. Everyone sees the count live and the history of who came and left, so that
 * a number of a place that moved with it would tell where the last person lives. Numbers of places move in tens, and only while
 * it stays possible that none, or ten and more, of those who came in any moment were from there.
 */

/** `unknown` holds everyone abroad, so that countries are parts of it. France is the rest, and is told from it. */
export const kinds = ['known', 'unknown', 'abroad'] as const
export type Kind = (typeof kinds)[number]

/** One place as it stands. A bound is what was told for certain, with how many had come or left in all by then. */
export interface Cell {
  /** Tens, rounded down; nought is told as `<10`. */
  shown: number
  most: number
  insAt: number
  least: number
  outsAt: number
}

export interface Standing {
  /** How often somebody came into the count of the campaign, and left it, since it began. Public: the log tells it. */
  ins: number
  outs: number
  cells: Readonly<Record<string, Cell>>
}

/** True numbers, of the same instant. */
export interface Counted {
  ins: number
  outs: number
  cells: Readonly<Record<string, number>>
}

/** What a release says of a place beyond what it shows: it would have moved otherwise. */
export interface Told {
  least?: number
  most?: number
}

const step = 10
/** As many of a crowd as nobody may be found among. */
const few = step - 1
const tens = (n: number): number => Math.floor(Math.max(0, n) / step) * step

const nobody: Cell = { shown: 0, most: 0, insAt: 0, least: 0, outsAt: 0 }
export const nothingShown: Standing = { ins: 0, outs: 0, cells: {} }

/** In one direction: how many of those who came (or left) the moves of a release need, and how many they may. */
function purse() {
  const needed = { known: 0, unknown: 0, abroad: 0 }
  let most = Infinity
  const total = () => needed.known + Math.max(needed.unknown, needed.abroad)
  /** Countries move with the unknown they are part of, and together no further than it did in this release. */
  let unknownMoved = 0
  const room = (kind: Kind, since: number) => {
    const left = Math.min(most, since - few)
    if (kind === 'known') return left - total()
    const rest = left - needed.known - needed[kind]
    if (kind === 'unknown') return rest
    return unknownMoved > 0 ? Math.min(rest, unknownMoved - needed.abroad) : -Infinity
  }
  return {
    total,
    room,
    /** `by`: what is shown has moved so far. */
    take(kind: Kind, { need, since, by }: { need: number; since: number; by: number }) {
      needed[kind] += need
      if (kind === 'unknown') unknownMoved = by
      most = Math.min(most, since - few)
    },
  }
}

type Purse = ReturnType<typeof purse>

interface Moved {
  shown: number
  /** A move further would have been possible: that it was not made tells a bound. */
  certain: boolean
  need: number
}

/** From `from` on; no further than there are people for, and never so far that fewer than ten are told nowhere. */
function rise({ most }: Cell, { from, target, room, ceiling }: Rising): Moved {
  const reach = Math.min(tens(most + room), ceiling)
  const to = Math.max(from, Math.min(target, reach))
  return { shown: to, certain: reach >= to + step, need: to > from ? Math.max(0, to - most) : 0 }
}

interface Rising {
  from: number
  target: number
  room: number
  ceiling: number
}

function fall({ shown, least }: Cell, { target, room }: { target: number; room: number }): Moved {
  // The lowest of the tens whose upper end needs no more than there is room for.
  const reach = Math.min(shown, Math.max(0, Math.ceil((least - few - room) / step) * step))
  const to = Math.max(Math.min(shown, target), reach)
  return { shown: to, certain: to > 0 && reach <= to - step, need: to < shown ? Math.max(0, least - to - few) : 0 }
}

interface Step {
  key: string
  kind: Kind
  cell: Cell
  told: Told
  need: { up: number; down: number }
}

function moveOne(before: Cell, { key, kind, n }: { key: string; kind: Kind; n: number }, flow: Flow): Step {
  const since = { up: flow.ins - before.insAt, down: flow.outs - before.outsAt }
  const target = tens(n)
  const left = Math.max(0, flow.down.room(kind, since.down))
  // Lowered with the count, below what is certain: as long as too few left since, it may not be told whether some were from here.
  const stuck = before.least - before.shown - few > left
  const ceiling = tens(before.shown + flow.spare(kind) - few)
  const from = stuck ? tens(before.least) : before.shown
  const up = rise(before, { from, target, room: flow.up.room(kind, since.up), ceiling })
  const down = fall(before, { target, room: left })
  const rises = up.shown > from
  const falls = !stuck && down.shown < before.shown
  const shown = rises ? up.shown : stuck ? Math.max(before.shown, Math.min(from, ceiling)) : down.shown
  const most = falls ? shown + few : up.certain ? up.shown + few : undefined
  const need = { up: rises ? up.need : 0, down: most === undefined ? 0 : Math.max(0, before.least - most) }
  if (rises) flow.up.take(kind, { need: need.up, since: since.up, by: shown - before.shown })
  if (need.down > 0) flow.down.take(kind, { need: need.down, since: since.down, by: before.shown - shown })
  flow.show(kind, shown - before.shown)
  const told: Told = {
    ...((rises || (!stuck && down.certain)) && shown > 0 && { least: shown }),
    ...(most !== undefined && { most }),
  }
  return { key, kind, cell: bounded(before, { shown, told }, flow), told, need }
}

/** The bounds that later releases start from. A lower one than the last says nothing of those who left, unless an upper one does. */
function bounded(before: Cell, { shown, told }: { shown: number; told: Told }, { ins, outs }: Flow): Cell {
  const { most } = told
  const falls = most !== undefined && most < before.least
  const least = falls || shown >= before.least ? (told.least ?? (falls && shown === 0 ? 0 : undefined)) : undefined
  return {
    shown,
    most: most ?? before.most,
    insAt: most === undefined ? before.insAt : ins,
    least: least ?? before.least,
    outsAt: least === undefined ? before.outsAt : outs,
  }
}

interface Flow {
  ins: number
  outs: number
  up: Purse
  down: Purse
  /** How many are told nowhere yet: of the count, or of the unknown whose part is abroad. */
  spare(kind: Kind): number
  show(kind: Kind, more: number): void
}

function flowOf(before: Standing, { ins, outs }: { ins: number; outs: number }, places: Places): Flow {
  const shown = { known: 0, unknown: 0, abroad: 0 }
  for (const [key, kind] of Object.entries(places)) shown[kind] += before.cells[key]?.shown ?? 0
  return {
    ins,
    outs,
    up: purse(),
    down: purse(),
    spare: (kind) => (kind === 'abroad' ? shown.unknown - shown.abroad : ins - outs - shown.known - shown.unknown),
    show(kind, more) {
      shown[kind] += more
    },
  }
}

/** Lowers the largest until `excess` is gone. It follows from what everyone knows, so that it tells nothing. */
function lowered(cells: Readonly<Record<string, Cell>>, keys: readonly string[], excess: number): Record<string, Cell> {
  const lower = { ...cells }
  let left = excess
  for (const key of keys.toSorted((a, b) => (cells[b]?.shown ?? 0) - (cells[a]?.shown ?? 0))) {
    const cell = cells[key]
    if (!cell || left <= 0) break
    const shown = tens(cell.shown - left)
    lower[key] = { ...cell, shown }
    left -= cell.shown - shown
  }
  return lower
}

/** When many left, places must not show more than there can be: nine people at least are always told nowhere. */
function withinCount(before: Standing, count: number, places: Places): Standing {
  const keysOf = (...wanted: Kind[]) => Object.keys(places).filter((key) => wanted.some((kind) => places[key] === kind))
  const sum = (cells: Standing['cells'], ...wanted: Kind[]) =>
    keysOf(...wanted).reduce((all, key) => all + (cells[key]?.shown ?? 0), 0)
  const room = Math.max(0, count - few)
  const cells = lowered(before.cells, keysOf('known', 'unknown'), sum(before.cells, 'known', 'unknown') - room)
  const inUnknown = Math.max(0, sum(cells, 'unknown') - few)
  return { ...before, cells: lowered(cells, keysOf('abroad'), sum(cells, 'abroad') - inUnknown) }
}

export type Places = Readonly<Record<string, Kind>>

/** Whose turn it is follows from what everyone sees: unknown first (France is told from it), then the lowest. */
function inTurn(before: Standing, places: Places): [string, Kind][] {
  const rank = (key: string, kind: Kind) => (kind === 'unknown' ? -1 : (before.cells[key] ?? nobody).shown)
  return Object.entries(places).toSorted(
    ([a, kindA], [b, kindB]) => rank(a, kindA) - rank(b, kindB) || (a < b ? -1 : 1),
  )
}

/**
 * The next release. Whatever it decides beyond the tens of each place follows from what is public already. `told` is empty when
 * there is nothing new to say.
 */
export function nextStanding(
  last: Standing,
  counted: Counted,
  places: Places,
): { standing: Standing; told: Record<string, Told> } {
  const ins = Math.max(last.ins, counted.ins)
  const outs = Math.max(last.outs, counted.outs)
  const before = withinCount(last, ins - outs, places)
  const flow = flowOf(before, { ins, outs }, places)
  const steps = inTurn(before, places).map(([key, kind]) =>
    moveOne(before.cells[key] ?? nobody, { key, kind, n: counted.cells[key] ?? 0 }, flow),
  )
  const [up, down] = [flow.up.total(), flow.down.total()]
  const cells = steps.map(({ key, cell, told, need }): [string, Cell] => [
    key,
    {
      ...cell,
      // Who was needed for other places is not there a second time.
      insAt: told.most === undefined ? Math.min(ins, cell.insAt + up - need.up) : cell.insAt,
      outsAt: told.least === undefined ? Math.min(outs, cell.outsAt + down - need.down) : cell.outsAt,
    },
  ])
  const told = steps.flatMap(({ key, told: one }): [string, Told][] =>
    one.least === undefined && one.most === undefined ? [] : [[key, one]],
  )
  return { standing: { ins, outs, cells: Object.fromEntries(cells) }, told: Object.fromEntries(told) }
}

/** Everyone who may be abroad or unknown, at most: what is left of the count is in France. */
export function inFrance(standing: Standing, unknown: string): number {
  const { most, insAt } = standing.cells[unknown] ?? nobody
  return tens(standing.ins - standing.outs - most - (standing.ins - insAt))
}
