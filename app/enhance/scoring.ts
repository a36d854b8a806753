import { firstAnswers, labels } from '#app/features/scoring/rules/labels.ts'
import { firstSettings, read, type Reading, type Settings } from '#app/features/scoring/rules/reading.ts'
import { firstBase, type Play } from '#app/features/scoring/rules/sets.ts'
import { tell, tellLabels, type PlaySet } from '#app/features/scoring/rules/tell.ts'
import { isTyped, partOf, readAnswers, readSettings, write } from './scoring-controls.ts'
import { paint, paintPeople } from './scoring-paint.ts'
import { politely } from './politely.ts'

const pauseBetweenWords = 1500

/** Says the result when the hand rests, and only the latest. */
function sayPolitely(place: HTMLElement | null): (words: string) => void {
  const mayBeSaid = politely(pauseBetweenWords)
  let waiting = 0
  let latest = ''
  const utter = () => {
    if (place && mayBeSaid(performance.now()) && place.textContent !== latest) place.textContent = latest
    else if (place?.textContent !== latest) waiting = window.setTimeout(utter, pauseBetweenWords)
  }
  return (words) => {
    latest = words
    clearTimeout(waiting)
    waiting = window.setTimeout(utter, 400)
  }
}

/** Everything is computed here, from what the page brought along: nothing is asked for, sent or kept. */
function start(root: HTMLElement): void {
  const play: Play = JSON.parse(root.dataset['scoring'] ?? '{}')
  const polite = sayPolitely(root.querySelector('[data-polite]'))
  let set: PlaySet | undefined = play.sets[0]
  let seed = 1
  let tried: boolean[] | null = null

  const show = (): void => {
    if (!set) return
    const settings: Settings = { ...readSettings(root, set), seed, tried }
    const reading: Reading = read(set.criteria, settings)
    const said = {
      ...tell(play, reading, set),
      ...(labels.every((label) => label in play.labels) &&
        tellLabels(play, readAnswers(root, firstAnswers), play.labels)),
    }
    paint(root, said, reading)
    paintPeople(root, { reading, set, play })
    if (tried === null) write(root, set, reading)
    polite(said['live'] ?? '')
  }

  const begin = (chosen: PlaySet): void => {
    set = chosen
    seed = 1
    tried = null
    for (const part of root.querySelectorAll<HTMLElement>('[data-of]')) part.hidden = part.dataset['of'] !== chosen.key
    const first = firstSettings(chosen.criteria, firstBase(chosen.mode))
    partOf(root, first, chosen)
    show()
  }

  root.addEventListener('input', (event) => {
    const field = event.target
    if (!isTyped(field)) return
    if (field.dataset['at'] === 'set') {
      const chosen = play.sets.find(({ key }) => key === field.value)
      if (chosen) begin(chosen)
      return
    }
    if (field.dataset['at'] === 'fact') tried = readFacts(root)
    else tried = null
    if (field.name === 'person') follow(root, field.value)
    if (field.dataset['at'] === 'person' && !field.checkValidity()) return
    show()
  })
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null
    if (!button || !set) return
    if (button.dataset['do'] === 'reset') return begin(set)
    seed += 1
    tried = null
    show()
  })
  wake(root)
  const kept = root.querySelector<HTMLInputElement>('[data-at=set]:checked')?.value
  begin(play.sets.find(({ key }) => key === kept) ?? play.sets[0] ?? { ...emptySet })
}

const emptySet: PlaySet = { key: '', mode: 'suspicion', name: '', first: '', second: '', criteria: [] }

const readFacts = (root: HTMLElement): boolean[] =>
  Array.from(
    root.querySelectorAll<HTMLInputElement>('[data-of]:not([hidden]) [data-at=fact]'),
    ({ checked }) => checked,
  )

/** Chosen in the queue: the number says so too. */
function follow(root: HTMLElement, number: string): void {
  const field = root.querySelector<HTMLInputElement>('[data-at=person]')
  if (field) field.value = number
}

/** What only a script can serve appears, and what stood in for it goes. */
function wake(root: HTMLElement): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-live], input[hidden]')) part.hidden = false
  for (const part of root.querySelectorAll<HTMLElement>('[data-still]')) part.hidden = true
  for (const field of root.querySelectorAll<HTMLInputElement>('[data-at=fact]')) field.disabled = false
  const people = root.querySelector<HTMLElement>('[data-people]')
  people?.setAttribute('role', 'radiogroup')
  people?.setAttribute('aria-label', people.dataset['label'] ?? '')
  people?.setAttribute('aria-describedby', 'people-hint')
}

const root = document.querySelector<HTMLElement>('[data-scoring]')
if (root) start(root)
