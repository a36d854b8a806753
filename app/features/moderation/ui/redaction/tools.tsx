import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { countOf, timesLeft, type Found } from '../../redaction/working-text.ts'
import { PhraseMenu } from './phrase-menu.tsx'
import styles from './redaction.module.css'
import type { Redaction } from './use-redaction.ts'

/** How many are left, said politely whenever that changes. */
export function CountLeft({ found }: { found: readonly Found[] }) {
  const t = useT()
  const { stops } = countOf(found)
  return (
    <p className={styles.count} aria-live="polite">
      <strong>{t('moderation.redaction.left.count', { count: found.length })}</strong>
      {stops > 0 && <span className={styles.blocks}> {t('moderation.redaction.left.stops', { count: stops })}</span>}
    </p>
  )
}

/** The bench of tools, always in sight while the text is longer than the screen. */
export function Tools({ redaction, lang }: { redaction: Redaction; lang: string }) {
  const t = useT()
  const { found, current, menu, said } = redaction
  const phrase = current && redaction.proposed(current)
  const times = current ? timesLeft(redaction.texts, current.words) : 0
  return (
    <div className={styles.tools} role="group" aria-label={t('moderation.redaction.tools.label')}>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {menu && <PhraseMenu key={`${menu.field} ${menu.start}`} redaction={redaction} target={menu} lang={lang} />}
      {current && phrase && !menu && (
        <div className={styles.row}>
          <p className={styles.here}>
            <span className={`chip ${current.severity === 'stop' ? 'chip-stop' : 'chip-soft'}`}>
              {t(`moderation.redaction.kinds.${current.type}`)}
            </span>{' '}
            <q lang={lang}>{current.words}</q>
          </p>
          <Button
            kind="quiet"
            type="button"
            onClick={() => {
              redaction.replace({ ...current, found: current }, phrase)
              redaction.go(1)
            }}
          >
            {t('moderation.redaction.tools.replaceWith', { phrase })}
          </Button>
          {times > 1 && (
            <Button kind="quiet" type="button" onClick={() => redaction.replaceEverywhere(current.words, phrase)}>
              {t('moderation.redaction.tools.everywhere', { count: times })}
            </Button>
          )}
        </div>
      )}
      <div className={styles.row}>
        <CountLeft found={found} />
        <button type="button" className={styles.small} disabled={found.length === 0} onClick={() => redaction.go(-1)}>
          {t('moderation.redaction.tools.previous')}
        </button>
        <button type="button" className={styles.small} disabled={found.length === 0} onClick={() => redaction.go(1)}>
          {t('moderation.redaction.tools.next')} <kbd>F8</kbd>
        </button>
        <button
          type="button"
          className={styles.small}
          // Where the keyboard is must be known before the button takes it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={redaction.openMenu}
        >
          {t('moderation.redaction.tools.other')} <kbd>Alt R</kbd>
        </button>
        <span className={styles.steps}>
          <button type="button" className={styles.small} onClick={() => redaction.back('undo')}>
            {t('moderation.redaction.tools.undo')}
          </button>
          <button type="button" className={styles.small} onClick={() => redaction.back('redo')}>
            {t('moderation.redaction.tools.redo')}
          </button>
        </span>
      </div>
    </div>
  )
}

const keys = [
  [['F8'], ['shift', 'F8'], 'keyNext'],
  [['N'], ['shift', 'N'], 'keyNextPlain'],
  [['alt', 'enter'], null, 'keyReplace'],
  [['alt', 'shift', 'enter'], null, 'keyEverywhere'],
  [['alt', 'R'], null, 'keyMenu'],
  [['R'], null, 'keyMenuPlain'],
  [['ctrl', 'Z'], ['ctrl', 'shift', 'Z'], 'keyUndo'],
] as const

type Key = (typeof keys)[number][0][number]

/** What the keyboard may do here. */
export function KeyHelp() {
  const t = useT()
  const name = (key: Key | 'shift' | 'ctrl' | 'Z') =>
    key === 'alt' || key === 'shift' || key === 'enter' || key === 'ctrl'
      ? t(`moderation.redaction.keyNames.${key}`)
      : key
  return (
    <details className={styles.help}>
      <summary>{t('moderation.redaction.tools.keys')}</summary>
      <dl>
        {keys.map(([one, other, words]) => (
          <div key={words}>
            <dt>
              {[one, ...(other ? [other] : [])].map((together, place) => (
                <span key={place}>
                  {together.map((key) => (
                    <kbd key={key}>{name(key)}</kbd>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{t(`moderation.redaction.tools.${words}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
