/** Puts an error before a field, as the server does, or takes it away. @returns the field when it is wrong */
export function markField(form: HTMLFormElement, name: string, error: string | null): HTMLElement | null {
  const field = form.querySelector<HTMLElement>(`[name="${name}"]`)
  if (!field) return null
  const id = `${name}-error`
  document.getElementById(id)?.remove()
  field.closest('.field')?.classList.toggle('field-wrong', error !== null)
  const hint = document.getElementById(`${name}-hint`)?.id
  const described = [hint, error === null ? '' : id].filter(Boolean).join(' ')
  if (described) field.setAttribute('aria-describedby', described)
  else field.removeAttribute('aria-describedby')
  if (error === null) {
    field.removeAttribute('aria-invalid')
    return null
  }
  field.setAttribute('aria-invalid', 'true')
  const said = document.createElement('p')
  said.className = 'error'
  said.id = id
  said.textContent = error
  field.before(said)
  return field
}
