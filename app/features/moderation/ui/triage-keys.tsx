import { useLocation, useNavigate, useParams } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { KeyHints } from '#app/ui/key-hints.tsx'
import type { Pace } from '../rules.ts'
import { KeyHelp, useAreKeysOn } from './key-help.tsx'
import { noteOpened } from './pace.ts'
import { deeds, isTyping, move, sendForm } from './press.ts'
import styles from './desk.module.css'

interface Listening {
  on: boolean
  help: () => void
}

/** Listens to single keys, where nobody types. */
function useKeys({ on, help }: Listening): void {
  const navigate = useNavigate()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey, repeat } = event
      if (document.querySelector('dialog[open]') || repeat) return
      if (key === 'Enter' && (ctrlKey || metaKey)) return sendForm(target)
      if (key === 'Escape' && isTyping(target) && target instanceof HTMLElement) return target.blur()
      if (ctrlKey || metaKey || altKey || isTyping(target)) return
      if (key === '?') return help()
      if (!on) return
      if (key === 'j' || key === 'k') {
        const href = move(key === 'j' ? 1 : -1)
        if (href !== null) navigate(href)
      } else if (Object.hasOwn(deeds, key)) deeds[key]?.()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [on, help, navigate])
}

/** After a page that came without loading, the focus is where one goes on: the story's title, or the next of the queue. */
function useFocusThatFollows(): void {
  const { pathname, search } = useLocation()
  const before = useRef<string | null>(null)
  useEffect(() => {
    const here = pathname + search
    if (before.current === here) return
    const arrived = before.current !== null
    before.current = here
    if (isTyping(document.activeElement)) return // whoever was faster than the page stays where they are
    const next = document.querySelector<HTMLElement>('a[data-next]')
    if (next) next.focus()
    else if (arrived) document.querySelector<HTMLElement>('.triage-header h2')?.focus({ preventScroll: true })
  }, [pathname, search])
}

function usePace(): Pace | null {
  const { id } = useParams()
  const [pace, setPace] = useState<Pace | null>(null)
  useEffect(() => {
    // After the page is painted: it is not what somebody waits for.
    const timer = setTimeout(() => setPace(noteOpened(id ?? null, Date.now())))
    return () => clearTimeout(timer)
  }, [id])
  return pace
}

/** How many stories within the hour, and after many of them the suggestion to pause. */
function PaceLine({ pace }: { pace: Pace }) {
  const t = useT()
  const locale = useLocale()
  const read = t('moderation.desk.care.read', { count: pace.read, number: formatNumber(locale, pace.read) })
  return (
    <p className={styles.pace} title={t('moderation.desk.care.hidden')}>
      {read} ·{' '}
      {pace.left > 0 ? (
        t('moderation.desk.care.left', { count: pace.left, left: formatNumber(locale, pace.left) })
      ) : (
        <strong>{t('moderation.desk.care.pause')}</strong>
      )}
    </p>
  )
}

/** The line at the bottom of the triage screen: its keys, and one's own pace. */
export function TriageKeys() {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const [redacts, setRedacts] = useState(false)
  const [help] = useState(() => () => {
    setRedacts(document.querySelector('form[data-redaction]') !== null)
    dialog.current?.showModal()
  })
  const keys = useAreKeysOn()
  const pace = usePace()
  useKeys({ on: keys.on, help })
  useFocusThatFollows()
  return (
    <KeyHints
      label={t('moderation.desk.keys.list')}
      hints={[
        { keys: ['j', 'k'], label: `${t('moderation.desk.keys.next')}, ${t('moderation.desk.keys.previous')}` },
        { keys: ['c'], label: t('moderation.desk.keys.claim') },
        { keys: ['p'], label: t('moderation.desk.keys.propose') },
        { keys: ['d'], label: t('moderation.desk.keys.decline') },
        { keys: ['a'], label: t('moderation.desk.keys.ask') },
        { keys: ['x'], label: t('moderation.desk.keys.pick') },
      ]}
    >
      <div className={styles.endOfLine}>
        {pace && pace.read > 0 && <PaceLine pace={pace} />}
        <button type="button" className={styles.help} onClick={help} aria-keyshortcuts="?">
          <kbd>?</kbd> {t('moderation.desk.keys.all')}
        </button>
      </div>
      <KeyHelp dialog={dialog} keys={keys} redacts={redacts} />
    </KeyHints>
  )
}
