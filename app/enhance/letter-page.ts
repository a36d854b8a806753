import type { FrameWords } from '#app/features/remedies/rules/letter/compose.ts'
import type { MakerLetter } from '#app/features/remedies/rules/letter/typed.ts'

type Control = HTMLInputElement | HTMLTextAreaElement

/** What the page says it in: `letter-words.ts` of the room writes them. */
type Words = Readonly<
  Record<
    | 'error'
    | 'clearSure'
    | 'cleared'
    | 'copied'
    | 'notCopied'
    | 'taken'
    | 'complete'
    | 'missingOne'
    | 'missingMany'
    | 'missingMore'
    | 'last'
    | 'counted'
    | 'waits'
    | 'past'
    | 'note',
    string
  >
> & { frame: FrameWords; labels: Readonly<Record<string, string>>; faults: Readonly<Record<string, string>> }

/** A letter's page: its content and the places that change. */
export interface Letter {
  root: HTMLElement
  slug: string
  content: MakerLetter
  words: Words
  fields: HTMLElement
  controls: readonly Control[]
  takeaway: HTMLElement
  sheet: HTMLElement
  said: HTMLElement
  clear: HTMLElement | null
}

export const filled = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

export const part = (letter: Pick<Letter, 'root'>, name: string): HTMLElement | null =>
  letter.root.querySelector<HTMLElement>(`[data-letter-${name}]`)

/** The day where the person is: a letter is dated by their calendar. */
export function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A long day in the language of the page: `jeudi 12 mars 2026`. */
export const inWords = (day: string, weekday?: 'long'): string =>
  new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR', {
    timeZone: 'UTC',
    weekday,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
    .format(new Date(`${day}T12:00:00Z`))
    .replace(/(^|\s)1(?=\s[a-zéû]+\s\d{4}$)/, document.documentElement.lang === 'en' ? '$11' : '$11er')

export function placesOf(root: HTMLElement): Letter | null {
  const [fields, takeaway, sheet, said] = ['fields', 'takeaway', 'sheet', 'said'].map((name) => part({ root }, name))
  if (!fields || !takeaway || !sheet || !said) return null
  const content: MakerLetter = JSON.parse(root.dataset['letterContent'] ?? '')
  const words: Words = JSON.parse(root.dataset['letterWords'] ?? '')
  const controls = [...fields.querySelectorAll<Control>('input, textarea')]
  const clear = part({ root }, 'clear')
  return { root, slug: root.dataset['letter'] ?? '', content, words, fields, controls, takeaway, sheet, said, clear }
}
