import type { Finding } from '#app/features/testimonies/guard/finding.ts'

/** What decides where a letter of a text area stands. */
const same = [
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-stretch',
  'font-kerning',
  'font-feature-settings',
  'font-variation-settings',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'text-indent',
  'text-transform',
  'tab-size',
  'direction',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
]

/** Lays a copy of the text under its field, with the same letters in the same places, so that its marks show through. */
export function layUnder(
  field: HTMLTextAreaElement,
  backdrop: HTMLElement,
): (text: string, findings: Finding[]) => void {
  const place = () => {
    const style = getComputedStyle(field)
    for (const property of same) backdrop.style.setProperty(property, style.getPropertyValue(property))
    backdrop.style.width = `${field.clientWidth}px`
    backdrop.style.height = `${field.clientHeight}px`
    backdrop.style.left = `${field.offsetLeft + field.clientLeft}px`
    backdrop.style.top = `${field.offsetTop + field.clientTop}px`
    follow()
  }
  const follow = () => {
    backdrop.scrollTop = field.scrollTop
  }
  const box = field.parentElement
  box?.style.setProperty('position', 'relative')
  field.before(backdrop)
  backdrop.style.boxSizing = 'border-box'
  field.style.position = 'relative'
  field.style.background = 'none'
  field.addEventListener('scroll', follow, { passive: true })
  // A hint or an error above the field may change its height as well as the field its own.
  const resized = new ResizeObserver(place)
  resized.observe(field)
  if (box) resized.observe(box)
  // The copy is of what was looked at: while more is typed its marks would be in the wrong places.
  field.addEventListener('input', () => {
    backdrop.replaceChildren()
  })
  return (text, findings) => {
    const parts: Node[] = []
    let from = 0
    for (const { start, end, severity } of findings) {
      const mark = document.createElement('mark')
      mark.dataset['severity'] = severity
      mark.textContent = text.slice(start, end)
      parts.push(document.createTextNode(text.slice(from, start)), mark)
      from = end
    }
    // The last line end makes a line of its own only when something follows it.
    parts.push(document.createTextNode(`${text.slice(from)}\n`))
    backdrop.replaceChildren(...parts)
    backdrop.hidden = false
    place()
  }
}
