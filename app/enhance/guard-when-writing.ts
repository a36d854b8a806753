/**
 * Fetches the guard when somebody begins to write, or has come back to what they wrote: it is larger than all the rest, and
 * most who read this page do not write.
 */
export function guardWhenWriting(): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-guard-script]')]
  const fields = places.map((place) => document.getElementById(place.dataset['guard'] ?? ''))
  const { guardScript: url, guardStyle } = places[0]?.dataset ?? {}
  if (!url) return
  const load = () => {
    document.removeEventListener('focusin', ifGuarded)
    if (guardStyle) {
      const style = document.createElement('link')
      style.rel = 'stylesheet'
      style.href = guardStyle
      document.head.append(style)
    }
    const script = document.createElement('script')
    script.type = 'module'
    script.src = url
    document.head.append(script)
  }
  const ifGuarded = ({ target }: FocusEvent) => {
    if (fields.some((field) => field === target)) load()
  }
  const isWritten = (field: HTMLElement | null) =>
    (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) &&
    (field.value !== '' || field === document.activeElement)
  if (fields.some(isWritten)) load()
  else document.addEventListener('focusin', ifGuarded)
}
