import { useEffect, useRef } from 'react'
import type { MessageKey, MessageValues } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'

export interface Answer {
  refused?: FormState
  said?: { outcome: 'done' | 'refused'; key: MessageKey; values?: MessageValues }
}

/** What became of the button that was pressed. What did not become of it is brought before one’s eyes. */
export function Said({ said }: Pick<Answer, 'said'>) {
  const t = useT()
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (said?.outcome === 'refused') notice.current?.scrollIntoView({ block: 'nearest' })
  }, [said])
  if (!said) return null
  return (
    <div ref={notice}>
      <Notice kind={said.outcome === 'done' ? 'success' : 'warn'} role="status">
        <p>{t(said.key, said.values)}</p>
      </Notice>
    </div>
  )
}
