/** The ledger, as a page or a file, as kept answers are addressed. */
const isLedger = (address: string): boolean => /^\/([a-z]{2}|api\/v1\/campaigns)\/[^/?]+\/ledger\/?(\?|$)/.test(address)

interface Kept {
  touch(concerns: (address: string) => boolean): void
}

const secondsBehind = 10

/**
 * What to do when the count has changed: pages that show it are made again at the next request. The ledger sums all its lines, and
 * does not show the count: it follows a few seconds later, so that a busy day does not sum them ten times a second.
 */
export function touchWithCount(kept: Kept): { changed: () => void; stop: () => void } {
  let later: NodeJS.Timeout | undefined
  const changed = () => {
    kept.touch((address) => !isLedger(address))
    later ??= setTimeout(() => {
      later = undefined
      kept.touch(isLedger)
    }, secondsBehind * 1000).unref()
  }
  return { changed, stop: () => clearTimeout(later) }
}
