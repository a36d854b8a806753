import { closestDomain } from './closest-domain.ts'

/** Asks whether a mistyped provider was meant. A question, never a correction: the address stays as it was typed. */
export function suggestAddress(): void {
  const hint = document.querySelector<HTMLElement>('[data-address-hint]')
  const field = document.querySelector<HTMLInputElement>('input[type="email"]')
  const question = hint?.dataset['addressHint']
  if (!hint || !field || !question) return
  field.addEventListener('change', () => {
    const at = field.value.lastIndexOf('@')
    const meant = at > 0 ? closestDomain(field.value.slice(at + 1).trim()) : null
    if (meant === null) return hint.replaceChildren()
    const address = field.value.slice(0, at + 1) + meant
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button-plain'
    button.textContent = question.replace('{address}', address)
    button.addEventListener('click', () => {
      field.value = address
      hint.replaceChildren()
      field.focus()
    })
    hint.replaceChildren(button)
  })
}
