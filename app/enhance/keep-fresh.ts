const secondsBetweenLooks = 30
/** Without a change of the count too: an hour ends, a day begins. */
const secondsUntilOld = 600

const partOf = (page: ParentNode, name: string) => page.querySelector<HTMLElement>(`[data-fresh="${CSS.escape(name)}"]`)

/** Whoever is in it, has unfolded something there or marked its words is reading it. */
function isRead(part: HTMLElement): boolean {
  const marked = getSelection()
  if (part.contains(document.activeElement) || part.querySelector('details[open]')) return true
  return marked !== null && !marked.isCollapsed && marked.containsNode(part, true)
}

/** Exchanges what a part holds, unless that would move what is on the screen or above it: then it waits for another time. */
function exchange(part: HTMLElement, fresh: HTMLElement): void {
  if (part.innerHTML === fresh.innerHTML || isRead(part)) return
  const [before, isBelow] = [part.offsetHeight, part.getBoundingClientRect().top > innerHeight]
  const old = [...part.childNodes]
  part.replaceChildren(...fresh.childNodes)
  if (part.offsetHeight !== before && !isBelow) part.replaceChildren(...old)
}

async function read(): Promise<Document | null> {
  const answer = await fetch(location.pathname).catch(() => null)
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
}

/**
 * Draws the parts of a page that are marked `data-fresh` anew when the count beside them has moved. The page itself is read again, which
 * is kept in memory where it is made; nothing is asked while nobody looks. The count says by itself that it has moved.
 */
export function keepFresh(): void {
  if (!document.querySelector('[data-fresh]')) return
  const count = () => document.querySelector<HTMLElement>('[data-testid="signature-count"]')?.dataset['value']
  let [shown, since] = [count(), performance.now()]

  async function look() {
    const isOld = performance.now() - since > secondsUntilOld * 1000
    if (document.visibilityState !== 'visible' || (count() === shown && !isOld)) return
    ;[shown, since] = [count(), performance.now()]
    const page = await read()
    if (!page) return
    for (const part of document.querySelectorAll<HTMLElement>('[data-fresh]')) {
      const fresh = partOf(page, part.dataset['fresh'] ?? '')
      if (fresh) exchange(part, fresh)
    }
  }
  setInterval(() => void look(), secondsBetweenLooks * 1000)
  document.addEventListener('visibilitychange', () => void look())
}
