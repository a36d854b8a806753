import type { LetterDocument } from '#app/features/remedies/rules/letter/compose.ts'
import { sheet as measures } from '#app/features/remedies/rules/letter/measures.ts'
import { sheetOf, type SheetNode } from '#app/features/remedies/rules/letter/sheet.ts'
import { filled, part, type Letter } from './letter-page.ts'

/** Milliseconds of rest before somebody who listens hears what is missing. */
const pause = 1500
/** So many names of blanks; the others are counted. */
const mostNames = 4

function drawn({ tag, part: name, children }: SheetNode): HTMLElement {
  const made = document.createElement(tag)
  if (name) made.dataset['part'] = name
  made.append(...children.map((child) => (typeof child === 'string' ? child : drawn(child))))
  return made
}

/** The elements of the sheet as the page itself draws them: only text, never markup. */
export function drawSheet(place: HTMLElement, letter: LetterDocument): void {
  place.replaceChildren(...sheetOf(letter).map(drawn))
}

/** Says when an address will not be read through the window of an envelope. */
export function longAddress(letter: Letter, addressee: readonly string[]): void {
  const { lines, characters } = measures.address
  const hint = part(letter, 'long-address')
  if (hint) hint.hidden = addressee.length <= lines && addressee.every((line) => line.length <= characters)
}

function sentence({ words }: Letter, missing: readonly string[]): string {
  const labels = missing.map((name) => (words.labels[name] ?? name).replace(/\s*[?:]$/, ''))
  const number = String(labels.length)
  if (labels.length === 0) return words.complete
  if (labels.length === 1) return filled(words.missingOne, { names: labels.join('') })
  const cut = labels.length > mostNames + 1
  const shown = (cut ? labels.slice(0, mostNames) : labels).join(', ')
  const names = cut ? filled(words.missingMore, { names: shown, number: String(labels.length - mostNames) }) : shown
  return filled(words.missingMany, { names, number })
}

let timer: ReturnType<typeof setTimeout> | undefined

/** The blanks that are left, and the way to the first. Heard when the typing rests, and only when it has changed. */
export function tellMissing(letter: Letter, missing: readonly string[]): void {
  const words = sentence(letter, missing)
  const seen = part(letter, 'missing')
  const said = part(letter, 'missing-said')
  const first = part(letter, 'first')
  const wasThere = seen?.textContent !== ''
  if (seen) seen.textContent = words
  if (first) {
    first.hidden = missing.length === 0
    const { fields } = letter
    const target = fields.querySelector<HTMLElement>(`[name="letter-${missing[0] ?? ''}"]`)
    first.onclick = () => target?.focus()
  }
  clearTimeout(timer)
  if (said && wasThere && said.textContent !== words)
    timer = setTimeout(() => {
      said.textContent = words
    }, pause)
}
