import type { Check } from './deposit-check.ts'

/** Where to begin: with what is to be put right, or with what the address names. */
function firstStep(steps: readonly HTMLElement[]): number {
  const named = location.hash ? document.getElementById(location.hash.slice(1)) : null
  const found = steps.findIndex((step) => step.querySelector('.error') !== null || (named && step.contains(named)))
  return Math.max(found, 0)
}

/** A link within the page, for instance of the list of errors, leads into a step that may not be shown. */
function onLinksInto(steps: readonly HTMLElement[], go: (step: number, target: HTMLElement) => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    const target = link && document.getElementById(link.getAttribute('href')?.slice(1) ?? '')
    const step = target ? steps.findIndex((one) => one.contains(target)) : -1
    if (!target || step < 0) return
    event.preventDefault() // nor does it leave an entry in the history
    go(step, target)
  })
}

/** Enter goes on where it can; it never sends. Texts of several lines, buttons and lists keep it for themselves. */
function onEnter(form: HTMLFormElement, next: () => void): void {
  form.addEventListener('keydown', (event) => {
    const { key, target, isComposing } = event
    if (key !== 'Enter' || isComposing || !(target instanceof HTMLInputElement) || target.type === 'file') return
    event.preventDefault()
    next()
  })
}

/** Shows the form one step at a time to whoever asks for it. It stays one form: no step is sent, kept or named in the address. */
export function walkInSteps(form: HTMLFormElement, check: Check): void {
  const steps = [...form.querySelectorAll<HTMLElement>('[data-step]')]
  const button = (name: string) => form.querySelector<HTMLButtonElement>(`[data-${name}]`)
  const [back, next] = [button('step-back'), button('step-next')]
  const [on, off] = [button('steps-on'), button('steps-off')]
  if (!back || !next || !on || !off || steps.length === 0) return
  let current = firstStep(steps)
  // The whole page first: nothing is hidden from somebody who looks for it. Steps are for whoever asks for them.
  let stepwise = false

  const draw = () => {
    const last = current === steps.length - 1
    for (const [place, step] of steps.entries()) step.toggleAttribute('data-current', place === current)
    form.toggleAttribute('data-stepwise', stepwise)
    form.toggleAttribute('data-first', current === 0)
    form.toggleAttribute('data-last', last)
    back.hidden = !stepwise || current === 0
    next.hidden = !stepwise || last
    off.hidden = !stepwise
    on.hidden = stepwise
  }
  const go = (step: number, to?: HTMLElement) => {
    const target = to ?? steps[step]?.querySelector('h2')
    current = step
    draw()
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: target instanceof HTMLHeadingElement ? 'start' : 'center' })
  }
  const goTo = (box: HTMLElement) =>
    go(
      steps.findIndex((step) => step.contains(box)),
      box,
    )
  const forward = () => {
    const step = steps[current]
    if (!stepwise || !step || current === steps.length - 1) return
    const wrong = check(step)
    if (wrong) goTo(wrong)
    else go(current + 1)
  }
  next.addEventListener('click', forward)
  back.addEventListener('click', () => go(current - 1))
  on.addEventListener('click', () => {
    stepwise = true
    go(current)
  })
  off.addEventListener('click', () => {
    stepwise = false
    go(current)
  })
  form.addEventListener('submit', (event) => {
    if (!event.submitter?.hasAttribute('data-send')) return
    const wrong = check(form)
    if (!wrong) return
    event.preventDefault()
    goTo(wrong)
  })
  onLinksInto(steps, go)
  onEnter(form, forward)
  draw()
}
