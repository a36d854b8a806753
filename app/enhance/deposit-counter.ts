import { charactersOf } from './deposit-check.ts'

/** From so many characters before the end on, whoever listens hears the number too, when the writing pauses. */
const nearTheEnd = 1000
const pause = 1200

/** How much may still be written under a long text. Nothing is cut. */
export function countCharacters(form: HTMLFormElement): void {
  const shown = form.querySelector<HTMLElement>('[data-counter]')
  const said = form.querySelector<HTMLElement>('[data-counter-said]')
  const area = shown?.closest('.field')?.querySelector('textarea')
  if (!shown || !said || !area) return
  const most = Number(shown.dataset['counter'])
  const digits = new Intl.NumberFormat(document.documentElement.lang)
  let timer: ReturnType<typeof setTimeout> | undefined
  const count = () => {
    const left = most - charactersOf(area.value)
    const words = (left < 0 ? shown.dataset['over'] : shown.dataset['left']) ?? ''
    shown.textContent = words.replace('{n}', digits.format(Math.abs(left)))
    clearTimeout(timer)
    timer = setTimeout(() => {
      said.textContent = left < nearTheEnd ? shown.textContent : ''
    }, pause)
  }
  area.addEventListener('input', count)
  count()
}
