import { findAddresses } from './address.ts'
import { findAgencies } from './agency.ts'
import { findBank } from './bank.ts'
import { findDates } from './dates.ts'
import { findEmails } from './email.ts'
import type { Detector, Finding } from './finding.ts'
import { fold } from './fold.ts'
import { findIdentifiers as findNumbers } from './identifier.ts'
import { findNir } from './nir.ts'
import { findPeople } from './person.ts'
import { findPhones } from './phone.ts'
import { findWeb } from './web.ts'

const detectors: Detector[] = [
  findBank,
  findNir,
  findEmails,
  findPhones,
  findWeb,
  findAddresses,
  findAgencies,
  findDates,
  findPeople,
  findNumbers,
]

/** What must not stay first, then what is longest, then what comes first. */
const before = (one: Finding, other: Finding): number =>
  Number(other.severity === 'stop') - Number(one.severity === 'stop') ||
  other.end - other.start - (one.end - one.start) ||
  one.start - other.start

/**
 * Of findings that overlap the first by that order stays, and takes in what the others saw beside it: of a text in which it
 * is replaced no rest stays.
 */
function withoutOverlaps(candidates: Finding[], length: number): Finding[] {
  const owners = new Uint32Array(length)
  const kept: Finding[] = []
  for (const finding of candidates.toSorted(before)) {
    const { start, end } = finding
    const met = owners.subarray(start, end).find((owner) => owner > 0)
    if (met === undefined) owners.fill(kept.push({ ...finding }), start, end)
    else takeIn(kept, owners, { start, end, met })
  }
  return kept
}

/** What lies free of a span goes to the finding before it, what lies free at its beginning to the first that it meets. */
function takeIn(kept: Finding[], owners: Uint32Array, span: { start: number; end: number; met: number }): void {
  let owner = span.met
  for (let at = span.start; at < span.end; at += 1) {
    owner = owners[at] || owner
    const finding = kept[owner - 1]
    // What stops is refused to the sign: it grows over nothing that may stay.
    if (!finding || finding.severity === 'stop') continue
    owners[at] = owner
    finding.start = Math.min(finding.start, at)
    finding.end = Math.max(finding.end, at + 1)
  }
}

/**
 * What in a text may point to a person, in the order it stands there, none over another. Pure: the same in the browser
 * while somebody writes, on the server, and in the queue.
 */
export function findIdentifiers(original: string): Finding[] {
  const { text, startOf, endOf } = fold(original)
  const candidates = detectors.flatMap((detect) => detect(text))
  let last = 0
  return withoutOverlaps(candidates, text.length)
    .map((finding) => ({ ...finding, start: startOf(finding.start), end: endOf(finding.end) }))
    .toSorted((one, other) => one.start - other.start)
    .filter(({ start, end }) => {
      // One sign of the original may fold into several, with a finding on each side.
      if (start < last || end <= start) return false
      last = end
      return true
    })
}

/** What a deposit is refused for. */
export const findStops = (text: string): Finding[] =>
  findIdentifiers(text).filter(({ severity }) => severity === 'stop')
