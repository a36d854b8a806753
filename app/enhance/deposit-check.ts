/** What the page knows of a field, as the server will see it; the words are the server's. */
interface Rule {
  name: string
  least?: number
  most?: number
  mostFiles?: number
  mostBytes?: number
  missing?: string
  short?: string
  long?: string
  many?: string
  /** The guard has found what may not be sent. */
  stop?: string
}

const isRule = (value: unknown): value is Rule => typeof value === 'object' && value !== null && 'name' in value

function rulesOf(form: HTMLFormElement): Rule[] {
  const told: unknown = JSON.parse(form.dataset['deposit'] || '[]')
  return Array.isArray(told) ? told.filter(isRule) : []
}

/** Characters as the server counts them: line ends are one, accents are composed, blanks at both ends do not count. */
export const charactersOf = (typed: string): number => [...typed.replace(/\r\n?/g, '\n').normalize('NFC').trim()].length

function faultOfFiles(files: FileList, { mostFiles = 0, mostBytes = 0, many, long }: Rule): string | undefined {
  if (files.length > mostFiles) return many
  return [...files].reduce((sum, { size }) => sum + size, 0) > mostBytes ? long : undefined
}

/** Asks the guard, if it is there, to look at once, and reads what it then shows. */
function isStopped(control: HTMLElement): boolean {
  control.dispatchEvent(new Event('guard'))
  return document.querySelector(`[data-guard="${control.id}"] [data-guard-list] [data-severity="stop"]`) !== null
}

function faultOf(form: HTMLFormElement, rule: Rule): string | undefined {
  const controls = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${rule.name}"]`)]
  const [control] = controls
  if (!control) return
  if (control instanceof HTMLInputElement && control.files) return faultOfFiles(control.files, rule)
  if (control.type === 'radio' || control.type === 'checkbox')
    return controls.some((one) => one instanceof HTMLInputElement && one.checked) ? undefined : rule.missing
  const length = charactersOf(control.value)
  if (length === 0) return rule.missing
  if (isStopped(control)) return rule.stop
  if (length < (rule.least ?? 0)) return rule.short
  return length > (rule.most ?? Infinity) ? rule.long : undefined
}

/** Takes back what was said of a field, by us or by the server. */
function unsay(name: string): void {
  const box = document.getElementById(name)
  const said = document.getElementById(`${name}-error`)
  said?.remove()
  box?.removeAttribute('aria-invalid')
  box?.closest('.field')?.classList.remove('field-wrong')
}

function say(name: string, words: string): void {
  const box = document.getElementById(name)
  if (!box) return
  unsay(name)
  const error = document.createElement('p')
  error.className = 'error'
  error.id = `${name}-error`
  error.textContent = words
  const before = box.closest('.tick') ?? (box instanceof HTMLFieldSetElement ? box.querySelector('.tick') : box)
  before?.before(error)
  box.closest('.field')?.classList.add('field-wrong')
  const described = new Set([...(box.getAttribute('aria-describedby') ?? '').split(' '), error.id])
  box.setAttribute('aria-describedby', [...described].filter(Boolean).join(' '))
  if (!(box instanceof HTMLFieldSetElement)) box.setAttribute('aria-invalid', 'true')
}

/** Says what is wrong in that part of the form, beside its fields. @returns the first field that is */
export type Check = (part: Element) => HTMLElement | null

/** Says early what the server would say: it would send the page back, and the browser would forget the chosen files. */
export function checkEarly(form: HTMLFormElement): Check {
  const rules = rulesOf(form)
  form.addEventListener('input', ({ target }) => {
    const { name } = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : { name: '' }
    if (rules.some((rule) => rule.name === name)) unsay(name)
  })
  return (part) => {
    let first: HTMLElement | null = null
    for (const rule of rules) {
      const box = document.getElementById(rule.name)
      if (!box || !part.contains(box)) continue
      const words = faultOf(form, rule)
      if (words === undefined) continue
      say(rule.name, words)
      first ??= box
    }
    return first
  }
}
