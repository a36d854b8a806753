import { betweenPresses } from './between-presses.ts'
import { closestDomain } from './closest-domain.ts'

function meantBy(typed: string): string | null {
  const at = typed.lastIndexOf('@')
  const meant = at > 0 ? closestDomain(typed.slice(at + 1).trim()) : null
  return meant && typed.slice(0, at + 1) + meant
}

/** Asks whether a mistyped provider was meant. A question, never a correction: the address stays as it was typed. */
export function suggestAddress(): void {
  const hint = document.querySelector<HTMLElement>('[data-address-hint]')
  const field = document.querySelector<HTMLInputElement>('input[type="email"]')
  const question = hint?.dataset['addressHint']
  if (!hint || !field || !question) return
  let shown = ''
  let asked = field.defaultValue // what came back from the server was sent on purpose
  const show = () => {
    const typed = field.value
    if (typed === shown) return
    shown = typed
    const address = meantBy(typed)
    if (address === null) return hint.replaceChildren()
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button-plain'
    button.textContent = question.replace('{address}', address)
    button.addEventListener('click', () => {
      field.value = address
      show()
      field.focus()
    })
    hint.replaceChildren(button)
    // Later: the Enter that left the field also sends the form, and nobody has read anything by then.
    setTimeout(() => (asked = typed))
  }
  field.addEventListener('change', betweenPresses(show))
  // Before all others, so that nothing else sends a form that is held back.
  const holdBack = (event: SubmitEvent) => {
    if (event.target !== field.form || asked === field.value) return
    show()
    const button = hint.querySelector('button')
    if (!button) return
    event.preventDefault()
    event.stopPropagation()
    asked = field.value
    button.focus()
  }
  document.addEventListener('submit', holdBack, true)
}
