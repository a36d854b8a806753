import { LRUCache } from 'lru-cache'
import { countedADay } from '#app/features/mailings/rules/trial.ts'
import { config } from '#app/infra/config.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import type { Visitor } from './network.server.ts'

export type Purpose =
  | 'sign'
  | 'code'
  | 'testify'
  | 'inbox'
  | 'case'
  | 'question'
  | 'barometer'
  | 'organisation'
  | 'enter'
  | 'back'
  | 'backs'
  | 'challenge'
  | 'challenges'
  | 'trial'
  | 'news-link'
  | 'read'
  | 'search'

/** So many at once, given back evenly over so many seconds. */
interface Limit {
  points: number
  seconds: number
}

/** Answers that are made for one network alone. An auditor reads a log of a million entries in a thousand. */
export const readsOfPrograms = { points: 3000, seconds: 300 } as const satisfies Limit

/** How much one network may do. Generous: a school, a library or a job centre is one network. */
const limits = (): Record<Purpose, readonly Limit[]> => ({
  sign: [config().signBurst, config().signLimit],
  code: [
    { points: 30, seconds: 60 },
    { points: 100, seconds: 900 },
  ],
  testify: [{ points: 20, seconds: 3600 }],
  // A receipt cannot be guessed, so that this is about load alone: a thread is read and answered in a dozen steps.
  inbox: [
    { points: 60, seconds: 60 },
    { points: 300, seconds: 3600 },
  ],
  case: [{ points: 20, seconds: 3600 }],
  // To look, to look again, to send, to read: a question takes a few steps.
  question: [{ points: 60, seconds: 3600 }],
  // Somebody who sent a dozen letters, or two who share a network and sent some each.
  barometer: [{ points: 20, seconds: 3600 }],
  organisation: [{ points: 10, seconds: 3600 }],
  enter: [{ points: 30, seconds: 900 }],
  // As often as a link may be tried, and counted apart: what comes back to a crowd keeps nobody from entering.
  back: [{ points: 30, seconds: 900 }],
  // Drawing one takes up to a tenth of a second.
  backs: [{ points: 60, seconds: 60 }],
  // Each derives a key, about a millisecond: a page asks when somebody begins to write.
  challenge: [
    { points: 60, seconds: 60 },
    { points: 300, seconds: 900 },
  ],
  challenges: [{ points: 200, seconds: 1 }],
  // A household, of one mark and one thing that was done. Given back so slowly that the key, which lasts a day, sees no more.
  trial: [{ points: countedADay, seconds: countedADay * 86_400 }],
  'news-link': [{ points: 20, seconds: 900 }],
  // What is kept costs nothing and is not counted: proofs of the log, its entries, questions of one's own.
  read: [readsOfPrograms],
  // What was searched before costs nothing and is not counted. A class that searches at a time is one network.
  search: [{ points: 120, seconds: 60 }],
})

/** How much more a network may do that the team named as shared. */
const moreForShared = 50
/** Keys that are remembered. Beyond, the one not seen for longest begins anew: memory is bounded, whoever comes. */
const mostKeys = 65_536

/** Milliseconds. Less is the error of an addition, not a wait. */
const leastWait = 0.1

interface Bucket {
  /** Milliseconds that one point costs. */
  each: number
  /** Milliseconds that a full bucket lasts. */
  full: number
}

interface Buckets {
  all: readonly Bucket[]
  /** When each bucket of a key will be full again. */
  fullAt: LRUCache<string, number[]>
}

const names = {
  sign: 'throttle-sign',
  code: 'throttle-code',
  testify: 'throttle-testify',
  inbox: 'throttle-inbox',
  case: 'throttle-case',
  question: 'throttle-question',
  barometer: 'throttle-barometer',
  organisation: 'throttle-organisation',
  enter: 'throttle-enter',
  back: 'throttle-back',
  backs: 'throttle-backs',
  challenge: 'throttle-challenge',
  challenges: 'throttle-challenges',
  trial: 'throttle-trial',
  'news-link': 'throttle-news-link',
  read: 'throttle-read',
  search: 'throttle-search',
} as const satisfies Record<Purpose, string>

const bucketsOf = (purpose: Purpose): Buckets =>
  singleton(names[purpose], () => ({
    all: limits()[purpose].map(({ points, seconds }) => ({ each: (seconds * 1000) / points, full: seconds * 1000 })),
    fullAt: new LRUCache<string, number[]>({ max: mostKeys }),
  }))

/**
 * Takes one from what a network may do about a subject (GCRA, ITU-T I.371: a leaking bucket that is one number per key). All
 * limits hold at a time, and who is refused by one takes nothing from the others.
 * @returns seconds to wait; 0 when it may go on, always when there is no network to tell apart
 */
export function throttle(purpose: Purpose, visitor: Visitor & { about: string }, now: number): number {
  if (visitor.network === null) return 0
  // Named as shared, a network begins anew: what it used up before was measured by another rule.
  const key = `${visitor.network}${visitor.shared ? '+' : ' '}${visitor.about}`
  const more = visitor.shared ? moreForShared : 1
  const { all, fullAt } = bucketsOf(purpose)
  const known = fullAt.get(key)
  const mine = known ?? all.map(() => 0)
  let wait = 0
  for (const [at, { each, full }] of all.entries())
    wait = Math.max(wait, Math.max(mine[at] ?? 0, now) + each / more - full - now)
  if (wait >= leastWait) return Math.ceil(wait / 1000)
  for (const [at, { each }] of all.entries()) mine[at] = Math.max(mine[at] ?? 0, now) + each / more
  if (!known) fullAt.set(key, mine)
  return 0
}

/** Of all networks together. */
const everyone: Visitor = { network: 'all', shared: false }

/**
 * The same for what costs us more than whoever asks: within what one network may, and within what all of them together may, so that
 * no crowd of networks keeps a processor busy. Who is refused for themselves takes nothing from the others.
 */
export const throttleChallenge = (visitor: Visitor & { about: string }, now: number): number =>
  throttle('challenge', visitor, now) || throttle('challenges', { ...everyone, about: '' }, now)

/** The same for a form that is given back to somebody who shows no session of the team: its page is larger than what they sent. */
export const throttleGiveBack = (visitor: Visitor, now: number): number =>
  throttle('back', { ...visitor, about: '' }, now) || throttle('backs', { ...everyone, about: '' }, now)
