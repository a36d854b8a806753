import type { KeyboardEvent } from 'react'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { useAwake } from '#app/ui/use-awake.ts'
import type { QuoteOffer } from '../letter-values.server.ts'
import { insertionFor, insertions, insertPicture, insertQuote, type Edit, type Insertion } from '../rules/insertion.ts'
import styles from './editor.module.css'
import { PictureChoice } from './picture-choice.tsx'

/** Writes as if it were typed, so that Ctrl+Z takes it back. Where the browser does not do that, the text is written all the same. */
function write(area: HTMLTextAreaElement, { from, to, text, select }: Edit): void {
  area.focus()
  area.setSelectionRange(from, to)
  const expected = area.value.slice(0, from) + text + area.value.slice(to)
  const written = document.execCommand('insertText', false, text)
  if (!written || area.value !== expected) {
    area.value = expected
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  area.setSelectionRange(...select)
}

/** The words that are put in are of the language of the letter, not of the page. */
function wordsIn(locale: Locale) {
  const t = translator(locale)
  return {
    heading: t('mailings.insert.words.heading'),
    bold: t('mailings.insert.words.bold'),
    item: t('mailings.insert.words.item'),
    link: t('mailings.insert.words.link'),
    button: t('mailings.insert.words.button'),
    quotation: t('mailings.insert.words.quotation'),
    somewhere: t('mailings.insert.words.somewhere'),
    reader: {
      nothing: t('mailings.insert.words.reader'),
      hello: t('mailings.draft.reader.hello'),
      thanks: t('mailings.draft.reader.thanks'),
      dear: t('mailings.draft.reader.dear'),
      else: t('mailings.draft.reader.else'),
    },
  }
}

const areaOf = (id: string): HTMLTextAreaElement | null => {
  const found = document.getElementById(id)
  return found instanceof HTMLTextAreaElement ? found : null
}

const selectedIn = ({ value, selectionStart: start, selectionEnd: end }: HTMLTextAreaElement) => ({ value, start, end })

/** The arrows go from button to button, as in every toolbar. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (way === 0 || !(event.target instanceof HTMLButtonElement)) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  buttons.at((buttons.indexOf(event.target) + way) % buttons.length)?.focus()
  event.preventDefault()
}

interface ToolbarProps {
  /** Of the text area that it writes into. */
  area: string
  locale: Locale
  quotes: readonly QuoteOffer[]
}

/** What can be put into a text where the caret is. */
export function EditorToolbar({ area, locale, quotes }: ToolbarProps) {
  const t = useT()
  if (!useAwake()) return null
  const insert = (kind: Insertion) => {
    const field = areaOf(area)
    if (field) write(field, insertionFor(kind, selectedIn(field), wordsIn(locale)))
  }
  return (
    <div
      className={styles.tools}
      role="toolbar"
      aria-label={t('mailings.insert.title')}
      aria-controls={area}
      tabIndex={-1}
      onKeyDown={goAlong}
    >
      {insertions.map((kind) => (
        <button key={kind} type="button" className={styles.tool} onClick={() => insert(kind)}>
          {t(`mailings.insert.${kind}`)}
        </button>
      ))}
      <PictureChoice
        area={area}
        locale={locale}
        onChoose={(picture) => {
          const field = areaOf(area)
          if (field) write(field, insertPicture(selectedIn(field), picture))
        }}
      />
      <QuoteChoice area={area} quotes={quotes} />
    </div>
  )
}

/** Sentences of witnesses: only those that may be quoted now. */
function QuoteChoice({ area, quotes }: Omit<ToolbarProps, 'locale'>) {
  const t = useT()
  if (quotes.length === 0) return null
  const insert = (id: string) => {
    const field = areaOf(area)
    if (field) write(field, insertQuote(selectedIn(field), id))
  }
  return (
    <details className={styles.quotes}>
      <summary>{t('mailings.insert.quote')}</summary>
      <ul>
        {quotes.map(({ id, text }) => (
          <li key={id}>
            <button type="button" onClick={() => insert(id)}>
              {t('mailings.blocks.quoted', { quote: text })}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
