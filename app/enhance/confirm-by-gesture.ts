const secondsSeen = 15
/** Further than this, a press was a swipe or marked some words. */
const mostPixels = 12

/** What answers a press by itself. */
const ownAnswer = 'a, button, summary, label, input, select, textarea, form:not([data-confirm])'

const isOurs = (target: EventTarget | null) => target instanceof Element && target.closest(ownAnswer) === null

/** Whether a key was meant for the page: not one that walks, scrolls, leaves, or belongs to browser or screen reader. */
export function isMeantKey(
  { key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  scrolls: boolean,
): boolean {
  if (ctrlKey || altKey || metaKey) return false
  if (key === ' ') return !scrolls
  return key === 'Enter' || [...key].length === 1
}

/** Calls back at the first gesture that only a person makes: a press that is no scroll, or a key. */
function onGesture(confirm: () => void): void {
  let pressed: PointerEvent | null = null
  document.addEventListener('pointerdown', (event) => {
    const alone = event.isPrimary && event.button === 0 && event.clientX < document.documentElement.clientWidth
    pressed = event.isTrusted && alone && isOurs(event.target) ? event : null
  })
  document.addEventListener('pointercancel', () => {
    pressed = null
  })
  document.addEventListener('pointerup', (event) => {
    const began = pressed
    pressed = null
    if (!began || !event.isTrusted || event.pointerId !== began.pointerId || !isOurs(event.target)) return
    const moved = Math.hypot(event.clientX - began.clientX, event.clientY - began.clientY)
    if (moved <= mostPixels && getSelection()?.isCollapsed !== false) confirm()
  })
  document.addEventListener('keydown', (event) => {
    const scrolls = document.documentElement.scrollHeight > innerHeight
    if (event.isTrusted && !event.repeat && isOurs(event.target) && isMeantKey(event, scrolls)) confirm()
  })
}

/** Calls back once the page was in sight for a while without a break, at the earliest after so many seconds. */
function onSeen(wait: number, { soon, confirm }: { soon: (near: boolean) => void; confirm: () => void }): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let mayBegin = false
  const look = () => {
    const seen = mayBegin && document.visibilityState === 'visible'
    clearTimeout(timer)
    soon(seen)
    if (seen) timer = setTimeout(confirm, secondsSeen * 1000)
  }
  setTimeout(() => {
    mayBegin = true
    look()
  }, wait * 1000)
  document.addEventListener('visibilitychange', look)
}

/**
 * Sends the form of the page behind a confirmation link after a gesture, or when the mail is a few minutes old and the page has
 * been looked at for a while: a program that follows the links of a mail does neither. The button stays.
 */
export function confirmByGesture(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-confirm]')
  const says = document.querySelector<HTMLElement>('[data-confirm-says]')
  if (!form || !says) return
  let sent = false
  form.addEventListener('submit', () => {
    sent = true
  })
  const confirm = () => {
    if (!sent) form.requestSubmit()
  }
  says.hidden = false
  onGesture(confirm)
  const wait = Number(form.dataset['confirm'])
  const status = document.querySelector<HTMLElement>('[data-confirm-soon]')
  if (!status || !Number.isFinite(wait)) return
  const soon = (near: boolean) => {
    status.textContent = near ? (status.dataset['confirmSoon'] ?? '') : ''
  }
  onSeen(wait, { soon, confirm })
}
