import { useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { replaced, sameWords, wholeSpan, wordAt, type Span } from '../../redaction/bars.ts'
import { proposedFor, withArticle, type Phrase } from '../../redaction/phrases.ts'
import {
  findingsIn,
  foundAt,
  foundIn,
  nextFound,
  workingFields,
  type Found,
  type Place,
  type WorkingText,
} from '../../redaction/working-text.ts'
import { goToPlace, placeIn, readForm, step, write, type OwnUndo } from './field-writing.ts'

/** What is to be replaced: a place, and its words. */
export interface Target extends Place {
  words: string
  /** Told apart by the guard. */
  found: Found | null
}

export interface Redaction {
  /** A script runs: what needs one is shown. */
  awake: boolean
  form: RefObject<HTMLFormElement>
  texts: WorkingText
  found: readonly Found[]
  /** The finding on which the keyboard is. */
  current: Found | null
  /** What was just done, for those who listen. */
  said: string
  /** For what the list of neutral words is open. */
  menu: Target | null
  phraseOf(phrase: Phrase): string
  proposed(found: Found): string
  follow(): void
  go(way: 1 | -1): void
  goTo(found: Found): void
  replace(target: Target, words: string): void
  replaceEverywhere(words: string, by: string): void
  /** By the words proposed for it, then on to the next; where nothing was found, only on. */
  replaceCurrent(everywhere: boolean): void
  openMenu(): void
  closeMenu(): void
  back(way: 'undo' | 'redo'): void
  /** The browser could not write for us: Ctrl+Z is ours to answer. */
  undoesItself(): boolean
}

const placeOf = ({ field, start, end }: Found): Place => ({ field, start, end })

/** Neutral words in the language of the testimony, whatever the language of the page. */
function useNeutral(locale: string, texts: WorkingText) {
  const neutral = translator(isLocale(locale) ? locale : 'fr')
  const phraseOf = (phrase: Phrase) => neutral(`moderation.redaction.phrases.${phrase}`)
  return { phraseOf, proposed: (found: Found) => phraseOf(proposedFor(found, texts[found.field])) }
}

/** With the articles that the words bring along, where the guard sees the same thing there. */
function spansOf(text: string, words: string): Span[] {
  const findings = findingsIn(text)
  return sameWords(text, words).map((span) => {
    const same = findings.find(({ start, end }) => start === span.start && end === span.end)
    return same ? withArticle(text, same) : span
  })
}

function targetAt(texts: WorkingText, found: readonly Found[], place: Place | null): Target | null {
  if (!place) return null
  const text = texts[place.field]
  const here = foundAt(found, place)
  const selected = place.start < place.end ? wholeSpan(text, place) : null
  const span = selected ?? here ?? wordAt(text, place.start)
  if (!span) return null
  const { start, end } = span
  const told = here && here.start >= start && here.end <= end ? here : null
  return { field: place.field, start, end, words: text.slice(start, end), found: told }
}

/** The working text on the screen: what is left in it, and everything a key or a button may do to it. */
export function useRedaction(initial: WorkingText, locale: string): Redaction {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const [own] = useState<OwnUndo>({ past: [], future: [] })
  const [awake, setAwake] = useState(false)
  const [texts, setTexts] = useState(initial)
  const [place, setPlace] = useState<Place | null>(null)
  const [said, say] = useState('')
  const [menu, setMenu] = useState<Target | null>(null)
  const looked = useDeferredValue(texts)
  const found = useMemo(() => foundIn(looked), [looked])
  const { phraseOf, proposed } = useNeutral(locale, looked)
  useEffect(() => setAwake(true), [])

  const now = () => (form.current ? readForm(form.current) : texts)
  const follow = () => {
    setTexts(now())
    const here = placeIn(form.current)
    if (here) setPlace(here)
  }
  const goTo = (one: Found) => {
    goToPlace(form.current, placeOf(one))
    setPlace(placeOf(one))
    setMenu(null)
    say(t('moderation.redaction.said.at', { kind: t(`moderation.redaction.kinds.${one.type}`), words: one.words }))
  }
  const go = (way: 1 | -1) => {
    const next = nextFound(foundIn(now()), placeIn(form.current) ?? place, way)
    if (next) goTo(next)
  }
  const settled = (count: number, phrase: string) => {
    setMenu(null)
    follow()
    if (count > 0) say(t('moderation.redaction.said.replaced', { count, phrase }))
  }
  const replace = ({ field, start, end, found: told }: Target, words: string) => {
    const text = now()[field]
    const span = told ? withArticle(text, told) : { start, end }
    const next = replaced(text, { spans: [span], words, plain: field === 'contentWarning' })
    settled(Number(write({ form: form.current, own }, field, next)), words)
  }
  const replaceEverywhere = (words: string, by: string) => {
    let count = 0
    for (const field of workingFields.toReversed()) {
      const text = now()[field]
      const spans = spansOf(text, words)
      const next = replaced(text, { spans, words: by, plain: field === 'contentWarning' })
      if (write({ form: form.current, own }, field, next)) count += spans.length
    }
    settled(count, by)
  }
  return {
    awake,
    form,
    texts: looked,
    found,
    current: foundAt(found, place),
    said,
    menu,
    phraseOf,
    proposed,
    follow,
    go,
    goTo,
    replace,
    replaceEverywhere,
    replaceCurrent(everywhere) {
      const found = foundIn(now())
      const here = foundAt(found, placeIn(form.current) ?? place)
      if (here && everywhere) replaceEverywhere(here.words, proposed(here))
      else if (here) replace({ ...here, found: here }, proposed(here))
      go(1)
    },
    openMenu() {
      const texts = now()
      setMenu(targetAt(texts, foundIn(texts), placeIn(form.current) ?? place))
    },
    closeMenu() {
      if (menu) goToPlace(form.current, menu)
      setMenu(null)
    },
    back(way) {
      step({ form: form.current, own }, way, place?.field ?? 'text')
      follow()
      say(t(`moderation.redaction.said.${way === 'undo' ? 'undone' : 'redone'}`))
    },
    undoesItself: () => own.past.length + own.future.length > 0,
  }
}
