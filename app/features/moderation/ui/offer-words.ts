import type { FormEvent } from 'react'

interface Offer {
  /** The choice that offers, and the text area that takes. */
  from: string
  to: string
  wordsOf: (code: string) => string
}

/** Words that follow a choice, until somebody writes their own: what was typed is never replaced. */
export function offerWords({ target, currentTarget }: FormEvent<HTMLFormElement>, { from, to, wordsOf }: Offer): void {
  if (!(target instanceof HTMLSelectElement) || target.name !== from) return
  const area = currentTarget.elements.namedItem(to)
  if (!(area instanceof HTMLTextAreaElement)) return
  const offered = Array.from(target.options, ({ value }) => wordsOf(value))
  if (area.value.trim() === '' || offered.includes(area.value)) area.value = wordsOf(target.value)
}
