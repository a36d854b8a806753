/** A flow through a network with at least and at most so much on each arc; whole numbers. Found by Dinic’s algorithm. */
interface Arc {
  to: number
  left: number
  back: number
}

export interface Bounded {
  from: string
  to: string
  least: number
  most: number
}

function network() {
  const numbers = new Map<string, number>()
  const arcs: Arc[][] = []
  const node = (name: string) => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, arcs.length)
    arcs.push([])
    return arcs.length - 1
  }
  const add = (from: string, to: string, most: number): Arc => {
    const [a, b] = [node(from), node(to)]
    const there: Arc = { to: b, left: most, back: arcs[b]?.length ?? 0 }
    const back: Arc = { to: a, left: 0, back: arcs[a]?.length ?? 0 }
    arcs[a]?.push(there)
    arcs[b]?.push(back)
    return there
  }
  return { arcs, node, add }
}

function levels(arcs: readonly Arc[][], source: number): number[] {
  const level = arcs.map(() => -1)
  level[source] = 0
  const queue = [source]
  for (const at of queue)
    for (const { to, left } of arcs[at] ?? [])
      if (left > 0 && level[to] === -1) {
        level[to] = (level[at] ?? 0) + 1
        queue.push(to)
      }
  return level
}

function largest(arcs: Arc[][], source: number, sink: number): number {
  let total = 0
  for (;;) {
    const level = levels(arcs, source)
    if (level[sink] === -1) return total
    const next = arcs.map(() => 0)
    const push = (at: number, most: number): number => {
      if (at === sink) return most
      for (let i = next[at] ?? 0; i < (arcs[at]?.length ?? 0); i = next[at] = i + 1) {
        const arc = arcs[at]?.[i]
        if (!arc || arc.left <= 0 || level[arc.to] !== (level[at] ?? 0) + 1) continue
        const pushed = push(arc.to, Math.min(most, arc.left))
        if (pushed === 0) continue
        arc.left -= pushed
        const back = arcs[arc.to]?.[arc.back]
        if (back) back.left += pushed
        return pushed
      }
      return 0
    }
    for (let pushed = push(source, Infinity); pushed > 0; pushed = push(source, Infinity)) total += pushed
  }
}

/** What flows on each arc (in their order) from `source` to `sink`; `null` when no flow keeps all bounds. */
export function feasible(bounded: readonly Bounded[]): number[] | null {
  const { arcs, node, add } = network()
  if (bounded.some(({ least, most }) => least > most)) return null
  let needed = 0
  add('sink', 'source', 1e9)
  const kept = bounded.map(({ from, to, least, most }) => {
    const arc = add(from, to, most - least)
    if (least > 0) {
      add('more', to, least)
      add(from, 'less', least)
      needed += least
    }
    return { arc, most }
  })
  if (largest(arcs, node('more'), node('less')) < needed) return null
  return kept.map(({ arc, most }) => most - arc.left)
}
