import { useDeferredValue, useMemo, useRef, useState, type RefObject } from 'react'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { useAwake } from '#app/ui/use-awake.ts'
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
  type WorkingField,
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
  phraseOf: (phrase: Phrase) => string
  proposed: (found: Found) => string
  follow: () => void
  go: (way: 1 | -1) => void
  goTo: (found: Found) => void
  replace: (target: Target, words: string) => void
  replaceEverywhere: (words: string, by: string) => void
  /** By the words proposed for it, then on to the next; where nothing was found, only on. */
  replaceCurrent: (everywhere: boolean) => void
  openMenu: () => void
  closeMenu: () => void
  back: (way: 'undo' | 'redo') => void
  /** The browser could not write for us: Ctrl+Z is ours to answer. */
  undoesItself: () => boolean
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

function targetAt(texts: WorkingText, place: Place | null): Target | null {
  if (!place) return null
  const found = foundIn(texts)
  const text = texts[place.field]
  const here = foundAt(found, place)
  const selected = place.start < place.end ? wholeSpan(text, place) : null
  const span = selected ?? here ?? wordAt(text, place.start)
  if (!span) return null
  const { start, end } = span
  const told = here && here.start >= start && here.end <= end ? here : null
  return { field: place.field, start, end, words: text.slice(start, end), found: told }
}

/** What stands in the form, where the keyboard is, and what the guard finds there. */
function useWorkingText(initial: WorkingText) {
  const form = useRef<HTMLFormElement>(null)
  const [texts, setTexts] = useState(initial)
  const [place, setPlace] = useState<Place | null>(null)
  const looked = useDeferredValue(texts)
  const found = useMemo(() => foundIn(looked), [looked])
  const now = () => (form.current ? readForm(form.current) : texts)
  const here = () => placeIn(form.current) ?? place
  const follow = () => {
    setTexts(now())
    setPlace(here())
  }
  const goTo = (one: Found) => {
    goToPlace(form.current, placeOf(one))
    setPlace(placeOf(one))
  }
  return { form, looked, found, place, now, here, follow, goTo }
}

type Working = ReturnType<typeof useWorkingText>

/** Neutral words in the place of others: as if they were typed, so that they can be taken back. */
function useWriting({ form, now }: Working) {
  const [own] = useState<OwnUndo>({ past: [], future: [] })
  const put = (field: WorkingField, spans: readonly Span[], words: string) =>
    write(
      { form: form.current, own },
      field,
      replaced(now()[field], { spans, words, plain: field === 'contentWarning' }),
    )
  return {
    own,
    once: ({ field, start, end, found }: Target, words: string): number =>
      Number(put(field, [found ? withArticle(now()[field], found) : { start, end }], words)),
    everywhere: (words: string, by: string): number =>
      workingFields.toReversed().reduce((count, field) => {
        const spans = spansOf(now()[field], words)
        return put(field, spans, by) ? count + spans.length : count
      }, 0),
    back: (way: 'undo' | 'redo', last: WorkingField) => step({ form: form.current, own }, way, last),
  }
}

/** The working text on the screen: what is left in it, and everything a key or a button may do to it. */
export function useRedaction(initial: WorkingText, locale: string): Redaction {
  const t = useT()
  const awake = useAwake()
  const working = useWorkingText(initial)
  const writing = useWriting(working)
  const [said, say] = useState('')
  const [menu, setMenu] = useState<Target | null>(null)
  const { form, looked, found, place, now, here, follow } = working
  const { phraseOf, proposed } = useNeutral(locale, looked)

  const goTo = (one: Found) => {
    working.goTo(one)
    setMenu(null)
    say(t('moderation.redaction.said.at', { kind: t(`moderation.redaction.kinds.${one.type}`), words: one.words }))
  }
  const go = (way: 1 | -1) => {
    const next = nextFound(foundIn(now()), here(), way)
    if (next) goTo(next)
  }
  const settled = (count: number, phrase: string) => {
    setMenu(null)
    follow()
    if (count > 0) say(t('moderation.redaction.said.replaced', { count, phrase }))
  }
  const replace = (target: Target, words: string) => settled(writing.once(target, words), words)
  const replaceEverywhere = (words: string, by: string) => settled(writing.everywhere(words, by), by)
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
      const one = foundAt(foundIn(now()), here())
      if (one && everywhere) replaceEverywhere(one.words, proposed(one))
      else if (one) replace({ ...one, found: one }, proposed(one))
      go(1)
    },
    openMenu: () => setMenu(targetAt(now(), here())),
    closeMenu() {
      if (menu) goToPlace(form.current, menu)
      setMenu(null)
    },
    back(way) {
      writing.back(way, place?.field ?? 'text')
      follow()
      say(t(`moderation.redaction.said.${way === 'undo' ? 'undone' : 'redone'}`))
    },
    undoesItself: () => writing.own.past.length + writing.own.future.length > 0,
  }
}
