import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** On every page of letters: what it is, and what it is not. */
export function NotAdvice({ children }: { children?: ReactNode }) {
  const t = useT()
  return (
    <div data-aside="">
      <Notice title={t('remedies.notAdvice.title')} role="note">
        <p>{t('remedies.notAdvice.text')}</p>
        {children}
      </Notice>
    </div>
  )
}
