import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'

/** What the witness warns of waits for a gesture, for moderators too. */
export function Folded({ warning, children }: { warning: string | null; children: ReactNode }) {
  const t = useT()
  if (!warning) return children
  return (
    <details>
      <summary>
        {t('moderation.item.warned', { warning })}. {t('ui.redaction.readAnyway')}
      </summary>
      {children}
    </details>
  )
}
