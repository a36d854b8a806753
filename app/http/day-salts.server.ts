import { randomBytes } from 'node:crypto'
import { singleton } from '#app/infra/singleton.ts'
import { Mac } from '#app/infra/vault/mac.server.ts'

/** Which of two salts of one day goes first: the one made earlier, and of the same millisecond the lower maker. */
export interface Origin {
  at: number
  by: string
}

export const goesFirst = (one: Origin, other: Origin): boolean =>
  one.at === other.at ? one.by < other.by : one.at < other.at

/** What tells networks apart for a day. */
export interface DaySalt {
  day: number
  origin: Origin
  bytes: Buffer
}

interface Kept extends DaySalt {
  mac: Mac
}

export const saltBytes = 32

const millisecondsOfDay = 86_400_000
export const dayOf = (now: number): number => Math.floor(now / millisecondsOfDay)
/** Milliseconds until the day after begins. */
export const restOfDay = (now: number): number => (dayOf(now) + 1) * millisecondsOfDay - now

/**
 * The salts of today and, late in the day, of tomorrow; in memory only. A day's is destroyed with its day, so that yesterday's keys
 * cannot be computed again.
 */
export class DaySalts {
  readonly #maker = randomBytes(8).toString('hex')
  readonly #kept = new Map<number, Kept>()
  /** The one in use. */
  #today: Kept | null = null

  /** What makes the keys of a day. On the road of every form: one comparison. */
  macOf(day: number): Mac {
    if (this.#today?.day === day) return this.#today.mac
    this.turnTo(day)
    this.#today = this.#kept.get(day) ?? this.#put(this.#made(day, Date.now()))
    return this.#today.mac
  }

  /** Destroys the salts of other days than this one and the next. */
  turnTo(day: number): void {
    for (const salt of this.#kept.values()) if (salt.day !== day && salt.day !== day + 1) this.#destroy(salt)
  }

  of(day: number): DaySalt | null {
    return this.#kept.get(day) ?? null
  }

  /** A salt of one's own, when there is none. */
  make(day: number, at: number): void {
    if (!this.#kept.has(day)) this.#put(this.#made(day, at))
  }

  /** Keeps what another process has, unless the own goes first. */
  take(salt: DaySalt): void {
    const mine = this.of(salt.day)
    if (!mine || goesFirst(salt.origin, mine.origin)) this.#put(salt)
    else salt.bytes.fill(0)
  }

  #made(day: number, at: number): DaySalt {
    return { day, origin: { at, by: this.#maker }, bytes: randomBytes(saltBytes) }
  }

  #put(salt: DaySalt): Kept {
    const before = this.#kept.get(salt.day)
    if (before) this.#destroy(before)
    const kept = { ...salt, mac: new Mac(salt.bytes) }
    this.#kept.set(salt.day, kept)
    return kept
  }

  #destroy(salt: Kept): void {
    salt.bytes.fill(0)
    salt.mac.forget()
    this.#kept.delete(salt.day)
    if (this.#today === salt) this.#today = null
  }
}

/** The ones of this process. */
export const daySalts = (): DaySalts => singleton('day-salts', () => new DaySalts())
