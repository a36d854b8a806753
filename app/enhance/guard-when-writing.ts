let isLoaded = false

function load({ guardScript, guardStyle }: DOMStringMap): void {
  isLoaded = true
  if (guardStyle) {
    const style = document.createElement('link')
    style.rel = 'stylesheet'
    style.href = guardStyle
    document.head.append(style)
  }
  const script = document.createElement('script')
  script.type = 'module'
  script.src = guardScript ?? ''
  document.head.append(script)
}

/** Holds words, or is about to; a field that is folded away is not written in yet. */
const isWritten = (field: HTMLElement | null) =>
  (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) &&
  !field.closest('details:not([open])') &&
  (field.value !== '' || field === document.activeElement)

const guarded = '[data-guard-script]'

function loadWhenFocused({ target }: FocusEvent): void {
  if (isLoaded || !(target instanceof HTMLElement) || target.id === '') return
  const place = document.querySelector<HTMLElement>(`${guarded}[data-guard="${target.id}"]`)
  if (place) load(place.dataset)
}

/**
 * Fetches the guard when somebody begins to write, or has come back to what they wrote: it is larger than all the rest, and
 * most who read this page do not write. To be called again for what takes the place of a page's content.
 */
export function guardWhenWriting(): void {
  if (isLoaded) return void document.dispatchEvent(new Event('new-content'))
  const places = [...document.querySelectorAll<HTMLElement>(guarded)]
  const written = places.find((place) => isWritten(document.getElementById(place.dataset['guard'] ?? '')))
  if (written) load(written.dataset)
  else document.addEventListener('focusin', loadWhenFocused)
}
