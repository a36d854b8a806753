import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { useAwake } from '#app/ui/use-awake.ts'
import styles from './veil.module.css'

interface Veils {
  asked: boolean
  ask: (asked: boolean) => void
}

const Context = createContext<Veils>({ asked: false, ask: () => {} })

/** One gesture for one story: whoever asked to see it sees it wherever it stands, until the next story. */
export function Veils({ children }: { children: ReactNode }) {
  const [asked, ask] = useState(false)
  return <Context.Provider value={{ asked, ask }}>{children}</Context.Provider>
}

/**
 * What the witness warns of is blurred until somebody asks, for moderators too. Without a script the box alone lifts the blur;
 * with one, what is behind it is out of reach of the keyboard and of a screen reader as well.
 */
export function Veil({ warning, children }: { warning: string | null; children: ReactNode }) {
  const t = useT()
  const { asked, ask } = useContext(Context)
  const awake = useAwake()
  const box = useRef<HTMLInputElement>(null)
  // Whoever ticked before the page woke up has asked.
  useEffect(() => {
    if (box.current?.checked) ask(true)
  }, [ask])
  if (!warning) return children
  return (
    <div className={styles.veil} data-veil="">
      <label>
        <input
          ref={box}
          type="checkbox"
          checked={asked}
          autoComplete="off"
          aria-keyshortcuts="v"
          onChange={({ target }) => ask(target.checked)}
        />
        <span>
          {t('moderation.item.warned', { warning })}. <strong>{t('ui.redaction.readAnyway')}</strong>
        </span>
      </label>
      <div
        className={styles.veiled}
        ref={(behind) => {
          if (behind && awake) behind.inert = !asked
        }}
      >
        {children}
      </div>
    </div>
  )
}
