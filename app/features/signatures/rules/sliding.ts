/**
 * A count over a window that slides, in three numbers: of the last full span, what still lies in the window is taken as evenly
 * spread over it. Bounded whatever happens.
 */
export class Sliding {
  private start = 0
  private current = 0
  private previous = 0
  private readonly span: number

  constructor(span: number) {
    this.span = span
  }

  private turn(at: number): void {
    const gone = at - this.start
    if (gone < this.span) return
    this.previous = gone < 2 * this.span ? this.current : 0
    this.current = 0
    this.start = at - (gone % this.span)
  }

  add(at: number, n = 1): void {
    this.turn(at)
    this.current += n
  }

  at(now: number): number {
    this.turn(now)
    const gone = now > this.start ? (now - this.start) / this.span : 0
    return this.current + this.previous * (1 - gone)
  }
}

/** FNV-1a over the beginning of a key, which is itself a keyed hash, or over all of a short one. */
export function hashOf(text: string, seed = 2166136261, length = text.length): number {
  let hash = seed
  for (let at = 0; at < length && at < text.length; at += 1) {
    hash ^= text.charCodeAt(at)
    hash = (hash + (hash << 1) + (hash << 4) + (hash << 7) + (hash << 8) + (hash << 24)) | 0
  }
  return (hash ^ (hash >>> 15)) >>> 0
}

const bits = 256

/** About how many different keys, up to some two hundred: a bit for each of 256 places they fall on. */
export class Distinct {
  private start = 0
  private before = 0
  private set = 0
  private places: Uint32Array | null = null
  private readonly span: number

  constructor(span: number) {
    this.span = span
  }

  add(key: string, at: number): void {
    if (at - this.start >= this.span) {
      this.before = at - this.start < 2 * this.span ? this.set : 0
      this.set = 0
      this.places?.fill(0)
      this.start = at
    }
    const place = hashOf(key, undefined, 12) % bits
    const word = place >>> 5
    const mask = 1 << (place & 31)
    const places = (this.places ??= new Uint32Array(bits / 32))
    const old = places[word] ?? 0
    if ((old & mask) !== 0) return
    places[word] = old | mask
    this.set += 1
  }

  get size(): number {
    return this.set > this.before ? this.set : this.before
  }
}

/**
 * The heaviest few of many keys (space-saving, Metwally et al. 2005): a newcomer takes the place and the count of the lightest, so
 * that the counts sum to what was seen.
 */
export class Heaviest {
  readonly #counts = new Map<string, number>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  add(key: string, n = 1): void {
    const known = this.#counts.get(key)
    if (known !== undefined || this.#counts.size < this.#most) {
      this.#counts.set(key, (known ?? 0) + n)
      return
    }
    let lightest = key
    let least = Number.POSITIVE_INFINITY
    for (const [other, count] of this.#counts)
      if (count < least) {
        least = count
        lightest = other
      }
    this.#counts.delete(lightest)
    this.#counts.set(key, least + n)
  }

  halve(): void {
    for (const [key, count] of this.#counts)
      if (count > 1) this.#counts.set(key, count / 2)
      else this.#counts.delete(key)
  }

  entries(): IterableIterator<[string, number]> {
    return this.#counts.entries()
  }
}

const width = 1 << 14
const rows = 4
const most = 65_535

/** How often each of very many keys came in the last span, never too low, in fixed memory (count-min sketch, Cormode 2005). */
export class Often {
  #start = 0
  #now = new Uint16Array(width * rows)
  #before = new Uint16Array(width * rows)
  #total = 0
  #totalBefore = 0
  readonly #span: number
  readonly #seed: number

  /** @param seed keeps others from making two names meet */
  constructor(span: number, seed: number) {
    this.#span = span
    this.#seed = seed
  }

  /** @returns how often with this time, and how many of all keys */
  add(key: string, at: number): { times: number; total: number } {
    if (at - this.#start >= this.#span) {
      const stale = at - this.#start >= 2 * this.#span
      const emptied = this.#before.fill(0)
      this.#before = stale ? this.#before : this.#now
      this.#now = stale ? this.#now.fill(0) : emptied
      this.#totalBefore = stale ? 0 : this.#total
      this.#total = 0
      this.#start = at
    }
    this.#total += 1
    const gone = (at - this.#start) / this.#span
    const first = hashOf(key, this.#seed)
    const step = (hashOf(key, this.#seed ^ 0x5bd1e995) | 1) >>> 0
    let least: number = Number.POSITIVE_INFINITY
    for (let row = 0; row < rows; row += 1) {
      const place = row * width + ((first + row * step) % width)
      const count = (this.#now[place] ?? 0) + 1
      if (count <= most) this.#now[place] = count
      const times = count + (this.#before[place] ?? 0) * (1 - gone)
      if (times < least) least = times
    }
    return { times: least, total: this.#total + this.#totalBefore * (1 - gone) }
  }
}
