import { compose } from '#app/features/remedies/rules/letter/compose.ts'
import { dueDays } from '#app/features/remedies/rules/letter/due-days.ts'
import { lookOver } from '#app/features/remedies/rules/letter/looked-over.ts'
import type { Typed } from '#app/features/remedies/rules/letter/typed.ts'
import { showDeadlines } from './letter-deadlines.ts'
import { emptyFields, isAnyTyped, markFaults, readTyped, zoneIn } from './letter-fields.ts'
import { drawSheet, longAddress, tellMissing } from './letter-preview.ts'
import { part, placesOf, today, type Letter } from './letter-page.ts'
import { offerTakeaways } from './letter-takeaway.ts'

/**
 * Everything that is typed stays in the fields of this page: it is read from there, drawn beside them and put into files, and goes nowhere
 * else. No request, no storage, no history; the fields are emptied when the page is left and when it comes back.
 */
function start(root: HTMLElement): void {
  const letter = placesOf(root)
  if (!letter) return
  let taken = true
  const read = () => ({ typed: readTyped(letter), zone: zoneIn(letter) })
  const show = () => {
    const { typed, zone } = read()
    const made = compose(letter.content, typed, letter.words.frame)
    drawSheet(letter.sheet, made)
    longAddress(letter, made.addressee)
    tellMissing(letter, lookOver(letter.content, typed, today()).missing)
    showDeadlines(letter, dueDays(letter.content, typed, zone))
  }
  const begin = () => {
    emptyFields(letter)
    show()
    taken = true
  }
  listen(letter, () => {
    taken = false
    show()
  })
  letter.clear?.addEventListener('click', () => {
    if (isAnyTyped(letter) && !confirm(letter.words.clearSure)) return
    begin()
    letter.said.textContent = letter.words.cleared
    letter.controls[0]?.focus()
  })
  offerTakeaways(letter, read, () => {
    taken = true
  })
  addEventListener('beforeunload', (event) => {
    if (!taken && isAnyTyped(letter)) event.preventDefault()
  })
  // Before the browser keeps the page for the Back button, and after it has given fields their words back.
  addEventListener('pagehide', begin)
  addEventListener('pageshow', begin)
  begin()
  for (const name of ['tools', 'by-hand']) part(letter, name)?.toggleAttribute('hidden', name === 'by-hand')
}

function listen(letter: Letter, changed: () => void): void {
  const look = (id: string) => {
    const typed: Typed = readTyped(letter)
    markFaults(letter, lookOver(letter.content, typed, today()).wrong, id)
  }
  letter.fields.addEventListener('input', ({ target }) => {
    changed()
    // What was found wrong is put right while it is typed; what is only half typed is not called wrong.
    if (target instanceof HTMLElement && target.hasAttribute('aria-invalid')) look(target.id)
  })
  letter.fields.addEventListener('change', ({ target }) => {
    changed()
    if (target instanceof HTMLElement) look(target.id)
  })
}

for (const root of document.querySelectorAll<HTMLElement>('[data-letter]')) start(root)
