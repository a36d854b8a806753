import type { DueDay } from '#app/features/remedies/rules/letter/due-days.ts'
import { filled, inWords, part, today, type Letter } from './letter-page.ts'

export const titleOf = (due: DueDay): string => (document.documentElement.lang === 'en' ? due.en : due.fr)

const line = (tag: 'strong' | 'span', words: string): HTMLElement => {
  const made = document.createElement(tag)
  made.textContent = words
  return made
}

function itemOf({ words }: Letter, due: DueDay): HTMLLIElement {
  const item = document.createElement('li')
  const { counted } = due
  item.append(line('span', titleOf(due)))
  if (!counted) {
    item.append(line('span', filled(words.waits, { field: words.labels[due.from] ?? '' })))
    return item
  }
  const isPast = counted.day < today()
  item.append(
    line('strong', `${words.last} ${inWords(counted.day, 'long')}`),
    line('span', filled(words.counted, { from: inWords(counted.from) })),
    ...(isPast ? [line('span', words.past)] : []),
  )
  return item
}

/** The last days beside the letter, and the calendar that holds them. Drawn anew only when they change: they are read out. */
export function showDeadlines(letter: Letter, days: readonly DueDay[]): void {
  const list = part(letter, 'deadlines')
  const calendar = letter.takeaway.querySelector<HTMLElement>('[data-letter-take="ics"]')
  if (calendar) calendar.hidden = !days.some(({ counted }) => counted)
  if (!list) return
  const items = days.map((due) => itemOf(letter, due))
  if (
    items.map(({ textContent }) => textContent).join() ===
    [...list.children].map(({ textContent }) => textContent).join()
  )
    return
  list.replaceChildren(...items)
}
