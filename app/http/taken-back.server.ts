import type { Answer } from '#app/infra/cache/stored-answer.server.ts'

/**
 * Milliseconds. Longer than that nothing is shown that may have been taken back, even by a process that hears no news. Proxies
 * keep a page five seconds more: a minute is promised, and there is time to send it.
 */
export const oldestTestimony = 50_000

/** All of it is what people told: the gallery, its feed, a story, quotations, numbers, in pages and for machines. */
const isOfTestimonies = (address: string): boolean => address.includes('/testimonies')
/** Its page shows three of them among other things, its press kit some sentences. */
const isCampaign = (address: string): boolean => /^\/(?:fr|en)\/[a-z0-9-]+(?:\/press)?\/?$/.test(address)

/**
 * Milliseconds. Texts that are kept verified have a last day: a page of them that nobody asked for since yesterday is made anew
 * before it is sent, so that none shows words whose day has passed.
 */
const oldestVerified = 3_600_000
const isOfVerifiedTexts = (address: string): boolean =>
  /^\/(?:fr|en)\/[a-z0-9-]+\/(?:(?:remedies|claims|systems|commitments|scoring|press|questions)(?:[/?]|$)|(?:claims|commitments|questions)\.atom$|press\.zip$)/.test(
    address,
  ) || /^\/api\/v1\/campaigns\/[a-z0-9-]+\/questions(?:\?|$)/.test(address)

/** How old an answer may be, in milliseconds, whatever became of the news. */
export function tooOld(address: string): number {
  if (isOfTestimonies(address) || isCampaign(address)) return oldestTestimony
  return isOfVerifiedTexts(address) ? oldestVerified : Infinity
}

const [from, to] = [Buffer.from('<template data-perishable="from">'), Buffer.from('<template data-perishable="to">')]

/** A page without its parts that somebody may take back (app/ui/perishable.tsx). */
export function cutOut(page: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const start = page.indexOf(from, at)
    if (start < 0) break
    parts.push(page.subarray(at, start))
    const end = page.indexOf(to, start)
    if (end < 0) return Buffer.concat(parts)
    at = end + to.length
  }
  return Buffer.concat([...parts, page.subarray(at)])
}

/** What of an answer that is too old may still be sent: the page of a campaign without its stories, of the others nothing. */
export const remainder = (address: string, answer: Answer): Answer | null =>
  isOfTestimonies(address) || isOfVerifiedTexts(address) ? null : { ...answer, body: cutOut(answer.body) }
