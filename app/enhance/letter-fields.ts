import { zones, type Zone } from '#app/features/remedies/rules/deadlines/due-day.ts'
import type { Typed } from '#app/features/remedies/rules/letter/typed.ts'
import { today, type Letter } from './letter-page.ts'

type Control = Letter['controls'][number]

const isTick = (control: Control): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio'
const fieldOf = (id: string): string => id.replace('letter-', '')
/** A day that is only half there has no value; the browser knows that something is typed. */
const isHalf = (control: Control): boolean => control.validity.badInput

export function readTyped({ controls }: Letter): Typed {
  const typed = new Map<string, string | string[]>()
  for (const control of controls) {
    const name = fieldOf(control.name)
    if (!isTick(control)) typed.set(name, isHalf(control) ? '?' : control.value)
    else if (control.checked) {
      const before = typed.get(name)
      typed.set(name, [...(Array.isArray(before) ? before : []), control.value])
    }
  }
  return typed
}

export function zoneIn({ controls }: Letter): Zone {
  const chosen = controls.find((control) => control.name === 'letter-zone' && isTick(control) && control.checked)
  return zones.find((zone) => zone === chosen?.value) ?? 'mainland'
}

/** Everything as the page came, and the letter of today. */
export function emptyFields(letter: Letter): void {
  for (const control of letter.controls) {
    if (isTick(control)) control.checked = control.defaultChecked
    else control.value = control.name === 'letter-date' ? today() : ''
    mark(letter, control, null)
  }
}

export const isAnyTyped = ({ controls }: Letter): boolean =>
  controls.some((control) =>
    isTick(control)
      ? control.checked !== control.defaultChecked
      : isHalf(control) || (control.value !== '' && control.name !== 'letter-date'),
  )

/** What is wrong stands at its field, where a refusal of a form would put it. */
function mark({ words }: Letter, control: Control, sentence: string | null): void {
  const id = `${control.id}-error`
  document.getElementById(id)?.remove()
  control.closest('.field')?.classList.toggle('field-wrong', sentence !== null)
  if (isTick(control)) return
  const hint = document.getElementById(`${control.id}-hint`)?.id
  const described = [hint, sentence && id].filter(Boolean).join(' ')
  if (described) control.setAttribute('aria-describedby', described)
  else control.removeAttribute('aria-describedby')
  if (sentence === null) return control.removeAttribute('aria-invalid')
  control.setAttribute('aria-invalid', 'true')
  const error = document.createElement('p')
  error.className = 'error'
  error.id = id
  const said = document.createElement('span')
  said.className = 'visually-hidden'
  said.textContent = `${words.error} `
  error.append(said, sentence)
  control.before(error)
}

/** Looks at one control, or one group of them. @param id its id */
export function markFaults(letter: Letter, wrong: readonly { name: string; fault: string }[], id: string): void {
  for (const control of letter.controls) {
    if (isTick(control) || control.id !== id) continue
    const fault = wrong.find(({ name }) => name === fieldOf(control.name))
    mark(letter, control, fault ? (letter.words.faults[fault.fault] ?? '') : null)
  }
}
