const marked = '[data-leave-no-trace]'

/** The page that answers a form; `null` when it is an error page, on which nothing that was typed could be changed or sent again. */
async function answerOf(form: HTMLFormElement, pressed: HTMLElement | null): Promise<Document | null> {
  const fields = [...new FormData(form, pressed)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields), cache: 'no-store' })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return page.querySelector(marked) ? page : null
}

/**
 * The answer takes the place of what stands there: as after loading, one begins at the top, and a reader hears the new title; or
 * at the part that the form's address names, as a browser would without a script.
 */
function show(page: Document, place: string): void {
  document.title = page.title
  const main = document.querySelector<HTMLElement>('main')
  main?.replaceChildren(...(page.querySelector('main')?.childNodes ?? []))
  scrollTo(0, 0)
  const part = place ? document.getElementById(place) : null
  part?.scrollIntoView()
  ;(part ?? main)?.focus({ preventScroll: true })
}

function wipe(): void {
  document.querySelector('main')?.replaceChildren()
}

/**
 * Forms of a marked page are answered in the page: the history keeps one entry, of an empty form, and nothing that could be sent
 * again. What is shown is taken away before the browser keeps the page for the Back button. @param enhance what a new content needs
 */
export function leaveNoTrace(enhance: () => void): void {
  if (!document.querySelector(marked)) return
  let busy = false

  async function send(form: HTMLFormElement, pressed: HTMLElement | null): Promise<void> {
    const failed = document.querySelector<HTMLElement>('[data-failed]')
    if (failed) failed.hidden = true
    // Whoever types on while it is answered would lose those words. The way out stays open.
    const rest = form.closest<HTMLElement>('.page') ?? form
    rest.inert = true
    const page = await answerOf(form, pressed).catch(() => null)
    rest.inert = false
    if (page) {
      show(page, new URL(form.action).hash.slice(1))
      enhance()
    } else if (failed) failed.hidden = false
  }

  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.closest(marked)) return
    event.preventDefault()
    if (busy) return
    busy = true
    void send(form, event.submitter).finally(() => {
      busy = false
    })
  })
  addEventListener('pagehide', wipe)
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.replace(location.pathname)
  })
}
