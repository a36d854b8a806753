import type { MessageKey, MessageValues } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'

export interface Answer {
  refused?: FormState
  said?: { outcome: 'done' | 'refused'; key: MessageKey; values?: MessageValues }
}

/** What became of the button that was pressed, beside it. */
export function Said({ said }: Pick<Answer, 'said'>) {
  const t = useT()
  if (!said) return null
  return (
    <Notice kind={said.outcome === 'done' ? 'success' : 'warn'} role="status">
      <p>{t(said.key, said.values)}</p>
    </Notice>
  )
}
