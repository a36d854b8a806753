const secondsSeen = 15
/** Further than this, a press was a swipe or marked some words. */
const mostPixels = 12
/** A finger that comes down so soon after the page moved stops it. */
const millisecondsInMotion = 100

/** What answers a press by itself. */
const ownAnswer = 'a, button, summary, label, input, select, textarea, form:not([data-confirm])'

const isOurs = (target: EventTarget | null) => target instanceof Element && target.closest(ownAnswer) === null

/** These open the search of Firefox. */
const keysOfBrowsers = "/'"

/** Whether a key was meant for the page: not one that walks, scrolls, leaves, or belongs to browser or screen reader. */
function isMeantKey({ key, ctrlKey, altKey, metaKey, repeat }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey || repeat || keysOfBrowsers.includes(key)) return false
  if (key === ' ') return document.documentElement.scrollHeight <= innerHeight
  return key === 'Enter' || [...key].length === 1
}

/** Whether a press begins that may confirm: of one finger or the first button, and not on the scroll bar. */
const isMeantPress = ({ isPrimary, button, ctrlKey, clientX }: PointerEvent): boolean =>
  isPrimary && button === 0 && !ctrlKey && clientX < document.documentElement.clientWidth

/** Calls back at the first gesture that only a person makes: a press that is no scroll, or a key. */
function onGesture(confirm: () => void): void {
  let pressed: PointerEvent | null = null
  let scrolledAt = Number.NEGATIVE_INFINITY
  const listen = <K extends keyof DocumentEventMap>(name: K, hear: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(name, (event) => {
      if (event.isTrusted) hear(event)
    })
  listen('scroll', ({ timeStamp }) => {
    scrolledAt = timeStamp
  })
  listen('pointerdown', (event) => {
    const stops = event.pointerType === 'touch' && event.timeStamp - scrolledAt < millisecondsInMotion
    pressed = isMeantPress(event) && !stops && isOurs(event.target) ? event : null
  })
  listen('pointercancel', () => {
    pressed = null
  })
  listen('pointerup', (event) => {
    const began = pressed
    pressed = null
    if (!began || event.pointerId !== began.pointerId || !isOurs(event.target)) return
    const moved = Math.hypot(event.clientX - began.clientX, event.clientY - began.clientY)
    if (moved <= mostPixels && getSelection()?.isCollapsed !== false) confirm()
  })
  // Screen readers and voices click without a pointer, and what they click counts no clicks.
  listen('click', ({ detail, target }) => {
    if (detail === 0 && isOurs(target)) confirm()
  })
  listen('keydown', (event) => {
    if (isOurs(event.target) && isMeantKey(event)) confirm()
  })
}

/**
 * Calls back once the page was in sight for a while without a break, at the earliest after so many seconds. Who still walks
 * through it still reads, and has all the time again. What it returns ends that for good.
 */
function onSeen(wait: number, { soon, confirm }: { soon: (near: boolean) => void; confirm: () => void }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let mayBegin = false
  const look = () => {
    const seen = mayBegin && document.visibilityState === 'visible'
    clearTimeout(timer)
    soon(seen)
    if (!seen) return
    const since = Date.now()
    // Much later than it should be: the machine was asleep, and nobody looked.
    const end = () => (Date.now() - since > secondsSeen * 2000 ? look() : confirm())
    timer = setTimeout(end, secondsSeen * 1000)
  }
  setTimeout(() => {
    mayBegin = true
    look()
  }, wait * 1000)
  for (const name of ['visibilitychange', 'scroll', 'wheel', 'keydown'])
    document.addEventListener(name, look, { passive: true })
  addEventListener('pageshow', look)
  return () => {
    mayBegin = false
    look()
  }
}

/** Counts down in the open, and beside it the button that stops it. */
function confirmInTime(wait: number, confirm: () => void): void {
  const status = document.querySelector<HTMLElement>('[data-confirm-soon]')
  const stop = document.querySelector<HTMLElement>('[data-confirm-stop]')
  const button = stop?.querySelector('button')
  if (!status || !stop || !button || !Number.isFinite(wait)) return
  let stopped = false
  const say = (words = '') => {
    if (status.textContent !== words) status.textContent = words // said again, it would be read out again
  }
  const soon = (near: boolean) => {
    if (stopped) return
    say(near ? status.dataset['confirmSoon'] : '')
    stop.hidden = !near
  }
  const end = onSeen(wait, { soon, confirm })
  button.addEventListener('click', () => {
    stopped = true
    end()
    // The button keeps its place and the focus: the second press of a hand that trembles would fall on the page, and confirm.
    status.style.minHeight = `${status.offsetHeight}px`
    say(stop.dataset['confirmStop'])
    button.setAttribute('aria-disabled', 'true')
    button.focus() // Safari focuses no button that is pressed
  })
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
  // A page that is shown again, as it was left, was not answered.
  addEventListener('pageshow', ({ persisted }) => {
    sent &&= !persisted
  })
  const confirm = () => {
    if (sent) return
    sent = true
    form.submit() // older than requestSubmit, which Safari has known since 2022 only; there is nothing to check
  }
  says.hidden = false
  onGesture(confirm)
  confirmInTime(Number(form.dataset['confirm']), confirm)
}
