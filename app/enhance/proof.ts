import { checkHead, checkReceipt, Fault } from './proof-check.ts'

type Words = Record<string, string>

const checks = { receipt: checkReceipt, head: checkHead } as const

const filled = (words: string, values: Record<string, string>) =>
  words.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)

/** What is wrong with what was typed stands at its field, as it would after a refusal by the server. */
function mark(area: HTMLTextAreaElement, words: string | null): void {
  const id = `${area.id}-error`
  document.getElementById(id)?.remove()
  area.parentElement?.classList.toggle('field-wrong', words !== null)
  area.toggleAttribute('aria-invalid', words !== null)
  const hint = `${area.id}-hint`
  area.setAttribute('aria-describedby', words === null ? hint : `${hint} ${id}`)
  if (words === null) return
  area.setAttribute('aria-invalid', 'true')
  const error = document.createElement('p')
  error.className = 'error'
  error.id = id
  error.textContent = words
  area.before(error)
  area.focus()
}

interface Places {
  area: HTMLTextAreaElement
  list: HTMLOListElement
  verdict: HTMLOutputElement
}

function placesIn(form: HTMLFormElement): Places | null {
  const area = form.querySelector('textarea')
  const list = form.querySelector('ol')
  const verdict = form.querySelector('output')
  return area && list && verdict ? { area, list, verdict } : null
}

async function look(form: HTMLFormElement, { area, list, verdict }: Places): Promise<void> {
  const { proof, log = '', origin = '', words: json = '{}' } = form.dataset
  const words: Words = JSON.parse(json)
  const wordsOf = (name: string, values: Record<string, string> = {}) => filled(words[name] ?? name, values)
  list.replaceChildren()
  mark(area, null)
  delete verdict.dataset['holds']
  verdict.textContent = wordsOf('busy')
  const say = (step: string, values?: Record<string, string>) => {
    const item = document.createElement('li')
    item.textContent = wordsOf(step, values)
    list.append(item)
  }
  try {
    await checks[proof === 'head' ? 'head' : 'receipt'](area.value, { log, origin, say })
    verdict.textContent = wordsOf('good')
    verdict.dataset['holds'] = 'yes'
  } catch (fault) {
    const [name, values] = fault instanceof Fault ? [fault.message, fault.values] : ['unreachable', {}]
    const isTyped = fault instanceof Fault && fault.isTyped
    verdict.textContent = isTyped ? '' : wordsOf(`faults.${name}`, values)
    verdict.dataset['holds'] = 'no'
    if (isTyped) mark(area, wordsOf(`faults.${name}`, values))
  }
}

/** It stands behind the # of the link: a part of an address that is sent to nobody. */
function broughtAlong(): string {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch {
    return location.hash.slice(1)
  }
}

function offer(form: HTMLFormElement): void {
  const places = placesIn(form)
  if (!places) return
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void look(form, places)
  })
  const take = () => {
    const brought = broughtAlong()
    if (brought.length < 40 || brought.startsWith('head.') !== (form.dataset['proof'] === 'head')) return
    places.area.value = brought
    history.replaceState(null, '', location.pathname + location.search)
    form.scrollIntoView({ block: 'center' })
    void look(form, places)
  }
  take()
  addEventListener('hashchange', take)
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-proof]')) offer(form)
