import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { barWords } from '../../redaction/bars.ts'
import { groupsFor, type PhraseGroup } from '../../redaction/phrases.ts'
import { timesLeft } from '../../redaction/working-text.ts'
import styles from './phrase-menu.module.css'
import type { Redaction, Target } from './use-redaction.ts'

interface Choice {
  id: string
  words: string
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What fits what was typed, by kind, the proposed words before all; what was typed itself comes last. */
function choicesFor(redaction: Redaction, target: Target, typed: string) {
  const proposed = target.found && redaction.proposed(target.found)
  const query = plain(typed.trim())
  const groups: { group: PhraseGroup; choices: Choice[] }[] = groupsFor(target.found)
    .map(({ group, phrases }) => ({
      group,
      choices: phrases
        .map((phrase) => ({ id: `phrase-${phrase}`, words: redaction.phraseOf(phrase) }))
        .filter(({ words }) => plain(words).includes(query))
        .toSorted((a, b) => Number(b.words === proposed) - Number(a.words === proposed)),
    }))
    .filter(({ choices }) => choices.length > 0)
  const own = barWords(typed)
  return { groups, own: own === '' ? null : { id: 'phrase-own', words: own } }
}

interface PhraseMenuProps {
  redaction: Redaction
  target: Target
  lang: string
}

/** Neutral words to choose from, or one's own: a field with a list, driven by the keyboard alone. */
export function PhraseMenu({ redaction, target, lang }: PhraseMenuProps) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
  }, [target])
  const { groups, own } = choicesFor(redaction, target, typed)
  const all = [...groups.flatMap(({ choices }) => choices), ...(own ? [own] : [])]
  const chosen = all[active] ?? all[0]
  const times = timesLeft(redaction.texts, target.words)
  const take = (words: string, everywhere: boolean) =>
    everywhere ? redaction.replaceEverywhere(target.words, words) : redaction.replace(target, words)
  const hear = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (way !== 0 && all.length > 0) setActive((active + way + all.length) % all.length)
    else if (event.key === 'Escape') redaction.closeMenu()
    else if (event.key !== 'Enter') return
    else if (chosen) take(chosen.words, event.shiftKey)
    event.preventDefault()
  }
  return (
    <div className={styles.menu}>
      <label htmlFor="phrase">{t('moderation.redaction.menu.label', { words: target.words })}</label>
      <p className="hint" id="phrase-hint">
        {t('moderation.redaction.menu.hint')}
      </p>
      <input
        id="phrase"
        ref={field}
        role="combobox"
        aria-expanded="true"
        aria-controls="phrases"
        aria-autocomplete="list"
        aria-activedescendant={chosen?.id}
        aria-describedby="phrase-hint"
        autoComplete="off"
        lang={lang}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={hear}
      />
      <PhraseList {...{ groups, own, lang, chosen }} take={(words) => take(words, false)} />
      {chosen && <Ends words={chosen.words} {...{ times, take }} close={redaction.closeMenu} />}
    </div>
  )
}

interface PhraseListProps extends ReturnType<typeof choicesFor> {
  lang: string
  chosen: Choice | undefined
  take: (words: string) => void
}

/** By kind; the keyboard stays in the field above, and says which one it is on. */
function PhraseList({ groups, own, lang, chosen, take }: PhraseListProps) {
  const t = useT()
  const option = (choice: Choice, shown = choice.words) => (
    <button
      type="button"
      key={choice.id}
      id={choice.id}
      role="option"
      tabIndex={-1}
      aria-selected={choice.id === chosen?.id}
      onClick={() => take(choice.words)}
    >
      {shown}
    </button>
  )
  return (
    <div role="listbox" id="phrases" aria-label={t('moderation.redaction.menu.list')} className={styles.phrases}>
      {groups.map(({ group, choices }) => (
        <div role="group" key={group} aria-label={t(`moderation.redaction.groups.${group}`)}>
          <span aria-hidden="true">{t(`moderation.redaction.groups.${group}`)}</span>
          <div role="presentation" lang={lang}>
            {choices.map((choice) => option(choice))}
          </div>
        </div>
      ))}
      {own && option(own, t('moderation.redaction.menu.own', { words: own.words }))}
    </div>
  )
}

interface EndsProps {
  words: string
  times: number
  take: (words: string, everywhere: boolean) => void
  close: () => void
}

/** For a hand without a keyboard. */
function Ends({ words, times, take, close }: EndsProps) {
  const t = useT()
  return (
    <div className={styles.row}>
      <Button kind="quiet" type="button" onClick={() => take(words, false)}>
        {t('moderation.redaction.menu.replace')}
      </Button>
      {times > 1 && (
        <Button kind="quiet" type="button" onClick={() => take(words, true)}>
          {t('moderation.redaction.menu.everywhere', { count: times })}
        </Button>
      )}
      <Button kind="plain" type="button" onClick={close}>
        {t('moderation.redaction.menu.close')}
      </Button>
    </div>
  )
}
