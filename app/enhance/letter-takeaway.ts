import type { Zone } from '#app/features/remedies/rules/deadlines/due-day.ts'
import { asCalendar } from '#app/features/remedies/rules/letter/as-calendar.ts'
import { asOdt, odtType } from '#app/features/remedies/rules/letter/as-odt.ts'
import { asPlainText } from '#app/features/remedies/rules/letter/as-plain-text.ts'
import { compose } from '#app/features/remedies/rules/letter/compose.ts'
import { dueDays, remindersOf } from '#app/features/remedies/rules/letter/due-days.ts'
import type { Typed } from '#app/features/remedies/rules/letter/typed.ts'
import { titleOf } from './letter-deadlines.ts'
import { filled, inWords, type Letter } from './letter-page.ts'

interface Now {
  typed: Typed
  zone: Zone
}

/** Gives the browser a file to keep. It is made here and comes from nowhere. */
function save(letter: Letter, ending: string, content: Blob): void {
  const name = `${letter.slug}.${ending}`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  letter.said.textContent = filled(letter.words.taken, { file: name })
}

function calendarOf(letter: Letter, { typed, zone }: Now): string {
  const days = dueDays(letter.content, typed, zone).flatMap((due) => {
    const { rule, counted } = due
    if (!counted) return []
    const note = filled(letter.words.note, { from: inWords(counted.from) })
    const id = `${letter.slug}.${rule.toLowerCase()}.${counted.from}`
    return [{ day: counted.day, title: `${letter.words.last} ${titleOf(due)}`, note, id, remind: remindersOf(counted) }]
  })
  return asCalendar(days, new Date().toISOString())
}

async function copy(letter: Letter, text: string): Promise<void> {
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
  letter.said.textContent = copied ? letter.words.copied : letter.words.notCopied
}

/** @param taken called when the letter was taken along: leaving loses nothing then */
export function offerTakeaways(letter: Letter, read: () => Now, taken: () => void): void {
  const made = () => compose(letter.content, read().typed, letter.words.frame)
  const ways: Record<string, () => void> = {
    txt: () => save(letter, 'txt', new Blob([asPlainText(made())], { type: 'text/plain;charset=utf-8' })),
    odt: () => save(letter, 'odt', new Blob([asOdt(made())], { type: odtType })),
    ics: () => save(letter, 'ics', new Blob([calendarOf(letter, read())], { type: 'text/calendar;charset=utf-8' })),
    copy: () => void copy(letter, asPlainText(made())),
    print: () => print(),
  }
  for (const button of letter.takeaway.querySelectorAll<HTMLElement>('[data-letter-take]')) {
    const way = button.dataset['letterTake'] ?? ''
    if (way === 'copy') button.hidden = !('clipboard' in navigator)
    button.addEventListener('click', () => {
      ways[way]?.()
      if (way !== 'ics') taken()
    })
  }
}
