import { useSyncExternalStore, type RefObject } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import styles from './desk.module.css'
import { RedactionKeyList } from './redaction/redaction-keys.tsx'

const place = 'portevoix.keys'

export interface KeysOn {
  on: boolean
  turn: (on: boolean) => void
}

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function areOn(): boolean {
  try {
    return localStorage.getItem(place) !== 'off'
  } catch {
    return true // a browser that keeps nothing
  }
}

function turn(on: boolean): void {
  try {
    localStorage.setItem(place, on ? 'on' : 'off')
  } catch {
    // As above.
  }
  for (const listener of listeners) listener()
}

/** Whether single keys do something: who dictates or uses a screen reader may switch them off, in this browser. */
export const useAreKeysOn = (): KeysOn => ({ on: useSyncExternalStore(subscribe, areOn, () => true), turn })

const all = [
  { keys: ['j'], label: 'next' },
  { keys: ['k'], label: 'previous' },
  { keys: ['c'], label: 'claim' },
  { keys: ['p'], label: 'propose' },
  { keys: ['d'], label: 'decline' },
  { keys: ['a'], label: 'ask' },
  { keys: ['h'], label: 'hold' },
  { keys: ['u'], label: 'urgent' },
  { keys: ['v'], label: 'unveil' },
  { keys: ['x'], label: 'pick' },
  { keys: ['b'], label: 'several' },
  { keys: ['f'], label: 'filter' },
  { keys: ['Ctrl', 'Enter'], label: 'send' },
  { keys: ['Esc'], label: 'leave' },
  { keys: ['?'], label: 'help' },
] as const

interface KeyHelpProps {
  dialog: RefObject<HTMLDialogElement>
  keys: KeysOn
  /** A text is worked on in this page: its keys too. */
  redacts: boolean
}

/** All keys in words, the switch for them, and what helps when a story weighs. */
export function KeyHelp({ dialog, keys, redacts }: KeyHelpProps) {
  const t = useT()
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">{t('moderation.desk.keys.all')}</h2>
      <dl>
        {all.map(({ keys: pressed, label }) => (
          <div key={label}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`moderation.desk.keys.${label}`)}</dd>
          </div>
        ))}
      </dl>
      {redacts && (
        <>
          <h3>{t('moderation.redaction.tools.label')}</h3>
          <RedactionKeyList />
        </>
      )}
      <label className={styles.switch}>
        <input type="checkbox" checked={keys.on} onChange={({ target }) => keys.turn(target.checked)} />{' '}
        {t('moderation.desk.keys.on')}
      </label>
      <p className="hint">{t('moderation.desk.keys.onHint')}</p>
      <h3>{t('moderation.desk.care.helpTitle')}</h3>
      <p>{t('moderation.desk.care.help')}</p>
      <form method="dialog">
        <Button kind="quiet">{t('moderation.desk.keys.close')}</Button>
      </form>
    </dialog>
  )
}
