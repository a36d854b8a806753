/**
 * What made a signature look less like a person's, one bit each (column `signals`, and therefore never renumbered). A signal is
 * never a verdict by itself: `rules/suspicion.ts` weighs them.
 */
export const signals = {
  /** The domain is on the list of addresses made to be thrown away. */
  disposable: 1,
  /** A domain that is no big provider signs much, from few networks. */
  domainBurst: 2,
  /** A network signs far more than the others do. */
  networkBurst: 4,
  /** Most of what a network sends is at several such domains at once. */
  mixed: 8,
  /** Digits, a row of consonants: no name that people have. */
  nameShape: 16,
  /** The same name too often. */
  nameRepeat: 32,
  /** A network signs as a clock ticks. */
  metronome: 64,
  /** A proof of work was asked for and not given. */
  noProof: 128,
  /** Found afterwards, when what it belongs to had become visible. */
  trend: 256,
} as const

export type Signal = keyof typeof signals

/** The most telling first: the ledger names a line after the first that applies. */
export const signalNames: readonly Signal[] = [
  'mixed',
  'disposable',
  'nameShape',
  'trend',
  'domainBurst',
  'nameRepeat',
  'metronome',
  'noProof',
  'networkBurst',
]

/** What the team said of a domain or of a network of today. */
export type Standing = 'trusted' | 'suspect'
