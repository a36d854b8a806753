/** What a count says, in words. */
export interface Result {
  title: string
  day: string | null
  dayInWords: string
  after: string
  isPast: boolean
  steps: readonly string[]
  next: readonly string[]
  silence: string
  letters: readonly { href: string; title: string }[]
}

const item = (content: string | Node) => {
  const li = document.createElement('li')
  li.append(content)
  return li
}

const link = ({ href, title }: { href: string; title: string }) => {
  const a = document.createElement('a')
  a.href = href
  a.textContent = title
  return a
}

/** The places of the page where a result is shown. A part that has nothing to say is not there. */
export function resultOf(form: HTMLFormElement) {
  const place = (name: string) => form.querySelector<HTMLElement>(`[data-result-${name}]`)
  const write = (name: string, content: readonly (string | Node)[]) => {
    const found = place(name)
    if (!found) return
    found.replaceChildren(...content)
    const part = found.closest<HTMLElement>('[data-result-part]') ?? found
    part.hidden = content.length === 0 || content[0] === ''
  }
  const box = form.querySelector<HTMLElement>('[data-result]')
  const clear = () => {
    for (const part of ['title', 'day', 'after', 'steps', 'next', 'silence', 'letters']) write(part, [])
    for (const name of ['past', 'calendar']) place(name)?.toggleAttribute('hidden', true)
  }
  const show = (result: Result | null) => {
    box?.toggleAttribute('data-shown', result !== null)
    if (!result) return clear()
    write('title', [result.title])
    const time = document.createElement('time')
    time.dateTime = result.day ?? ''
    time.textContent = result.dayInWords
    write('day', result.day ? [time] : [])
    write('after', [result.after])
    write('steps', result.steps.map(item))
    write('next', result.next.map(item))
    write('silence', [result.silence])
    write(
      'letters',
      result.letters.map((one) => item(link(one))),
    )
    place('past')?.toggleAttribute('hidden', !result.isPast)
    place('calendar')?.toggleAttribute('hidden', result.day === null || result.isPast)
  }
  return { show, calendar: form.querySelector('[data-result-calendar] button') }
}
