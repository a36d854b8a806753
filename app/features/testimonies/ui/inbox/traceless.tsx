import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { QuickExit } from '#app/ui/quick-exit.tsx'
import styles from './inbox.module.css'

/** Where "leave this page" leads: a page that says nothing about anyone, the same in every language. */
const neutralPage = 'https://www.wikipedia.org/'

/**
 * A page that must leave nothing behind. Where there is a script its forms are answered in the page, so that the history holds
 * no form that could be sent again, and what it showed is gone before the browser could keep it (app/enhance/leave-no-trace.ts).
 */
export function Traceless({ children }: { children: ReactNode }) {
  const t = useT()
  return (
    <div data-leave-no-trace="" className={styles.traceless}>
      <QuickExit href={neutralPage} />
      <p className={styles.failed} role="alert" data-failed="" hidden>
        {t('testimonies.inbox.failed')}
      </p>
      {children}
    </div>
  )
}
