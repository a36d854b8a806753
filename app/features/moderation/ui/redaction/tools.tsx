import { useT } from '#app/i18n/use-t.tsx'
import { countOf, timesLeft, type Found } from '../../redaction/working-text.ts'
import { PhraseMenu } from './phrase-menu.tsx'
import { Keys } from './redaction-keys.tsx'
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
      {!menu && (
        <>
          <CountLeft found={found} />
          {current && phrase && (
            <p>
              <span className={`chip ${current.severity === 'stop' ? 'chip-stop' : 'chip-soft'}`}>
                {t(`moderation.redaction.kinds.${current.type}`)}
              </span>{' '}
              <q lang={lang}>{current.words}</q>
            </p>
          )}
          {current && phrase && (
            <div className={styles.row}>
              <button type="button" className={styles.small} onClick={() => redaction.replaceCurrent(false)}>
                {t('moderation.redaction.tools.replaceWith', { phrase })} <Keys keys={['alt', 'enter']} unsaid />
              </button>
              {times > 1 && (
                <button type="button" className={styles.small} onClick={() => redaction.replaceCurrent(true)}>
                  {t('moderation.redaction.tools.everywhere', { count: times })}
                </button>
              )}
            </div>
          )}
          <div className={styles.row}>
            <Way sign="↑" name="previous" disabled={found.length === 0} onClick={() => redaction.go(-1)} />
            <Way sign="↓" name="next" disabled={found.length === 0} onClick={() => redaction.go(1)} />
            <Way sign="↶" name="undo" onClick={() => redaction.back('undo')} />
            <Way sign="↷" name="redo" onClick={() => redaction.back('redo')} />
            <button
              type="button"
              className={styles.small}
              // Where the keyboard is must be known before the button takes it.
              onMouseDown={(event) => event.preventDefault()}
              onClick={redaction.openMenu}
            >
              {t('moderation.redaction.tools.other')} <Keys keys={['alt', 'R']} unsaid />
            </button>
          </div>
        </>
      )}
    </div>
  )
}

interface WayProps {
  sign: string
  name: 'previous' | 'next' | 'undo' | 'redo'
  disabled?: boolean
  onClick: () => void
}

/** A small square button: its name is for those who listen, and for a pointer that rests. */
function Way({ sign, name, disabled, onClick }: WayProps) {
  const t = useT()
  const words = t(`moderation.redaction.tools.${name}`)
  return (
    <button type="button" className={styles.way} aria-label={words} title={words} disabled={disabled} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}
