import { signalNames, signals, type Signal } from '../signals.ts'

/**
 * THE TABLE. What each signal weighs, and from how much on a signature is held back for review. No single signal reaches it, and
 * none of the pairs that honest people show: a school (its own domain, its one network) weighs 4, a disposable address used for
 * privacy on a busy mobile network 5.
 */
export const weights: Readonly<Record<Signal, number>> = {
  mixed: 4,
  disposable: 3,
  nameShape: 3,
  nameRepeat: 1,
  metronome: 2,
  noProof: 2,
  domainBurst: 2,
  networkBurst: 2,
  // Set when rows are held afterwards: by then it is decided.
  trend: 0,
}
export const heldFrom = 6

export const suspicionOf = (bits: number): number =>
  signalNames.reduce((sum, name) => sum + ((bits & signals[name]) === 0 ? 0 : weights[name]), 0)

/** For every combination there is: each signature asks. */
const held = Array.from({ length: 1 << signalNames.length }, (_, bits) => suspicionOf(bits) >= heldFrom)

export const isHeld = (bits: number): boolean => held[bits] ?? suspicionOf(bits) >= heldFrom

/** From how many on the crowd counts as one: below, a few friends would be a wave. */
export const thresholds = {
  /** Signatures of one domain in an hour, from half as many networks at most: at home, each has its own. */
  domainHour: 8,
  /** …and from so few networks: a domain that people use at home comes from many. */
  domainNetworks: 80,
  /** Signatures of one network in five minutes, in an hour. */
  networkFiveMinutes: 15,
  networkHour: 60,
  /** So many times the usual deviation (MAD, scaled to a standard deviation) above the median of the campaign's networks. */
  deviations: 8,
  /** A network is mixed from so many signatures, so many odd domains and this share of them on, its largest left out. */
  mixedFrom: 16,
  mixedDomains: 5,
  mixedShare: 0.5,
  /** The same name so often in an hour, or this share of all names. */
  nameHour: 12,
  nameShare: 1 / 5000,
  /** Ticks before a rhythm is believed, and how little it may waver (chance alone: 0.74). */
  ticks: 48,
  wavering: 0.25,
  /** One network with more than this share of a campaign is the whole site seen through one proxy, or all there is. */
  blindShare: 0.5,
  blindFrom: 200,
} as const
