import { findDistress } from '#app/features/testimonies/guard/distress.ts'
import { findIdentifiers } from '#app/features/testimonies/guard/find-identifiers.ts'
import type { Finding } from '#app/features/testimonies/guard/finding.ts'
import { neutralise } from '#app/features/testimonies/guard/neutralise.ts'
import { betweenPresses } from './between-presses.ts'
import { layUnder } from './marks-under.ts'

type Field = HTMLTextAreaElement | HTMLInputElement

/** Milliseconds after the last key: until it is looked at, and until it is said. */
const untilLook = 400
const untilSaid = 1500

/** The words of the page's language, by key. */
function wordsOf(place: HTMLElement): (key: string) => string {
  const read: unknown = JSON.parse(place.dataset['guardWords'] ?? '{}')
  const words = new Map(Object.entries(typeof read === 'object' && read !== null ? read : {}))
  return (key) => String(words.get(key) ?? '')
}

const part = (place: ParentNode, name: string) => place.querySelector<HTMLElement>(`[data-guard-${name}]`)

/**
 * Puts words in the place of others as if they had been typed, so that undo takes them back. `insertText` is the one way that
 * keeps the history of the field; where a browser has given it up, the words are set and undo is the price.
 */
function type(field: Field, { start, end }: { start: number; end: number }, words: string): void {
  field.focus()
  field.setSelectionRange(start, end)
  if (document.execCommand('insertText', false, words)) return
  field.setRangeText(words, start, end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

interface Told {
  field: Field
  place: HTMLElement
  words: (key: string) => string
  /** Looks again at once: something was replaced. */
  again: () => void
}

function item({ field, place, words, again }: Told, finding: Finding): Node | null {
  const template = place.querySelector<HTMLTemplateElement>('[data-guard-item]')
  const made = template?.content.firstElementChild?.cloneNode(true)
  if (!(made instanceof HTMLElement)) return null
  const found = field.value.slice(finding.start, finding.end)
  made.dataset['severity'] = finding.severity
  const fill = (name: string, text: string) => {
    const target = part(made, name)
    if (target) target.textContent = text
  }
  fill('found', found)
  fill('severity', words(finding.severity))
  fill('why', words(`why.${finding.type}`))
  const button = made.querySelector('button')
  if (button) {
    button.textContent = words('replace').replace('{words}', words(`neutral.${finding.wording}`))
    button.setAttribute(
      'aria-label',
      words('replaceWhat').replace('{label}', button.textContent).replace('{words}', found),
    )
    button.addEventListener('click', () => {
      // What was typed since the last look may have moved everything; the list is then another.
      again()
      const list = button.closest('ul')
      if (!list) return
      const at = [...list.querySelectorAll('button')].indexOf(button)
      const whole = neutralise(field.value, [finding], (wording) => words(`neutral.${wording}`))
      const tail = field.value.length - finding.end
      type(field, finding, whole.slice(finding.start, whole.length - tail))
      again()
      focusAfter(list, at, field)
    })
  }
  return made
}

/** Says how many, when that has changed and whoever writes has stopped for a moment. */
function announcer({ place, words }: Told): (count: number) => void {
  const live = part(place, 'said')
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  return (count) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!live || count === last) return
      last = count
      const key = count === 0 ? 'saidNone' : count === 1 ? 'saidOne' : 'saidOther'
      live.textContent = words(key).replace('{count}', String(count))
    }, untilSaid)
  }
}

/** Where the focus goes when the button that held it is gone: to the next one, else back to the text. */
function focusAfter(list: HTMLElement, at: number, field: Field): void {
  const buttons = list.querySelectorAll('button')
  ;(buttons[Math.min(at, buttons.length - 1)] ?? field).focus()
}

function panelOf(told: Told): (findings: Finding[]) => void {
  const { field, place, words, again } = told
  const panel = part(place, 'panel')
  const list = part(place, 'list')
  const all = part(place, 'all')
  const say = announcer(told)
  let shown: Finding[] = []
  all?.querySelector('button')?.addEventListener('click', () => {
    again()
    const first = shown[0]
    const last = shown.at(-1)
    if (!first || !last) return
    const whole = neutralise(field.value, shown, (wording) => words(`neutral.${wording}`))
    const tail = field.value.length - last.end
    type(field, { start: first.start, end: last.end }, whole.slice(first.start, whole.length - tail))
    again()
    field.focus()
  })
  return (findings) => {
    shown = findings
    if (!panel || !list) return
    list.replaceChildren(...findings.flatMap((finding) => item(told, finding) ?? []))
    panel.hidden = findings.length === 0
    if (all) all.hidden = findings.length < 2
    say(findings.length)
  }
}

/** Keeps the panel after a field true while somebody writes in it. */
export function watchField(place: HTMLElement): void {
  const field = document.getElementById(place.dataset['guard'] ?? '')
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  let seen: string | null = null
  const look = () => {
    if (field.value === seen) return
    seen = field.value
    const findings = findIdentifiers(seen)
    show(findings)
    mark(seen, findings)
    // Once shown it stays: it would be worse to see it go.
    const help = part(place, 'help')
    if (help?.hidden && findDistress(seen)) help.hidden = false
  }
  const told: Told = { field, place, words: wordsOf(place), again: () => look() }
  const show = panelOf(told)
  const backdrop = part(place, 'backdrop')
  const mark = backdrop && field instanceof HTMLTextAreaElement ? layUnder(field, backdrop) : () => undefined
  const lookBetween = betweenPresses(look)
  let timer: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(lookBetween, untilLook)
  })
  field.addEventListener('guard', look)
  look()
}
