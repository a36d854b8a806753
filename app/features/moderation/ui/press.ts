/** What a key of the triage screen does with the page. It presses what is there to be pressed, and nothing that is not. */

const one = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector)
const links = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-queue-item]')]

/** The line of the queue one is at: open on the workbench, or under the focus. */
function placeOf(all: readonly HTMLAnchorElement[]): { place: number; open: boolean } {
  const open = all.findIndex((link) => link.getAttribute('aria-current') === 'true')
  if (open >= 0) return { place: open, open: true }
  const line = document.activeElement?.closest('li')
  return { place: all.findIndex((link) => link.parentElement === line), open: false }
}

/**
 * One line down or up. Beside an open story the next one opens; in the queue alone only the focus moves, because opening a
 * story is a decision, and leaves a trace. @returns the address to open
 */
export function move(by: 1 | -1): string | null {
  const all = links()
  const { place, open } = placeOf(all)
  const first = one('a[data-next]') ?? all[0]
  const target = place < 0 ? first : all[place + by]
  if (!target && by === 1) return one('a[rel="next"]')?.getAttribute('href') ?? null
  if (!target) return null
  if (open) return target.getAttribute('href')
  target.focus()
  return null
}

const press =
  (...selectors: string[]) =>
  () =>
    one(selectors.join(', '))?.click()

/** Opens a fold and goes to its first field. */
const unfold = (name: string) => () => {
  const fold = one(`details[data-desk="${name}"]`)
  if (!(fold instanceof HTMLDetailsElement)) return
  fold.open = true
  fold.scrollIntoView({ block: 'nearest' })
  fold.querySelector<HTMLElement>('select, textarea, input:not([type="hidden"])')?.focus()
}

function pick(): void {
  const all = links()
  const { place } = placeOf(all)
  all[place]?.parentElement?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click()
}

/** Shows the next thing that waits to be asked for: the story, then one page after another. */
function unveil(): void {
  const veil = one('[data-veil] > label > input:not(:checked)')
  if (veil) return veil.click()
  const pages = one('details[data-pages]:not([open])')
  if (pages instanceof HTMLDetailsElement) pages.open = true
  const page = one('details[data-page]:not([open])')
  if (!(page instanceof HTMLDetailsElement)) return
  page.open = true
  page.scrollIntoView({ block: 'nearest' })
  page.querySelector('summary')?.focus({ preventScroll: true })
}

/** Keys besides moving and help. */
export const deeds: Readonly<Record<string, () => void>> = {
  c: press('button[value="claim"]', 'button[value="release"]'),
  p: press('button[name="intent"][value="propose"]'),
  u: press('button[value="urgent"]', 'button[value="not-urgent"]'),
  d: unfold('decline'),
  a: unfold('ask'),
  h: unfold('hold'),
  f: unfold('filter'),
  b: unfold('bulk'),
  x: pick,
  v: unveil,
}

/** Whether somebody writes: a letter is a letter then. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'))

const send = 'button[name="intent"]'

/** Sends the form one is in, by the button that stands nearest. */
export function sendForm(target: EventTarget | null): void {
  let around = target instanceof HTMLElement ? target.closest('form') && target.parentElement : null
  while (around && !around.querySelector(send)) around = around.matches('form') ? null : around.parentElement
  around?.querySelector<HTMLButtonElement>(send)?.click()
}
