type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement

function isFilled(element: Element): boolean {
  if (!isControl(element) || element.type === 'hidden') return false
  if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox'))
    return element.checked
  return element.value !== ''
}

/**
 * Whoever would lose what they wrote is asked first, in the words of the browser. Not while it is being sent, and never on the
 * quick exit: who is in a hurry must not meet a question, and leaves no word behind.
 */
export function askBeforeLeaving(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>('[data-sending]')
  let mayLeave = false
  document.addEventListener('quick-exit', () => {
    mayLeave = true
    form.replaceChildren() // Back must not bring the words; by any other way it does
  })
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    mayLeave = true
    if (status) status.textContent = status.dataset['sending'] ?? ''
  })
  // Back from a page that did not come: what was typed is still here.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    mayLeave = false
    if (status) status.textContent = ''
  })
  addEventListener('beforeunload', (event) => {
    if (!mayLeave && [...form.elements].some(isFilled)) event.preventDefault()
  })
}
