import { useT } from '#app/i18n/use-t.tsx'
import styles from './redaction.module.css'

const keys = [
  [['F8'], ['shift', 'F8'], 'keyNext'],
  [['N'], ['shift', 'N'], 'keyNextPlain'],
  [['alt', 'enter'], null, 'keyReplace'],
  [['alt', 'shift', 'enter'], null, 'keyEverywhere'],
  [['alt', 'R'], null, 'keyMenu'],
  [['R'], null, 'keyMenuPlain'],
  [['ctrl', 'Z'], ['ctrl', 'shift', 'Z'], 'keyUndo'],
] as const

type Key = (typeof keys)[number][0][number] | 'shift' | 'ctrl' | 'Z'

/** Keys that are pressed together; on a button they are for the eye alone. */
export function Keys({ keys, unsaid }: { keys: readonly Key[]; unsaid?: boolean }) {
  const t = useT()
  const name = (key: Key) =>
    key === 'alt' || key === 'shift' || key === 'enter' || key === 'ctrl'
      ? t(`moderation.redaction.keyNames.${key}`)
      : key
  return (
    <span className={styles.keys} aria-hidden={unsaid}>
      {keys.map((key) => (
        <kbd key={key}>{name(key)}</kbd>
      ))}
    </span>
  )
}

/** What the keyboard does in the working text, in words. */
export function RedactionKeyList() {
  const t = useT()
  return (
    <dl>
      {keys.map(([one, other, words]) => (
        <div key={words}>
          <dt>
            <Keys keys={one} />
            {other && <Keys keys={other} />}
          </dt>
          <dd>{t(`moderation.redaction.tools.${words}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The same, folded under the text. */
export function RedactionKeyHelp() {
  const t = useT()
  return (
    <details className={styles.help}>
      <summary>{t('moderation.redaction.tools.keys')}</summary>
      <RedactionKeyList />
    </details>
  )
}
