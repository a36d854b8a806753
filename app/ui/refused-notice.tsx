import { useT } from '#app/i18n/use-t.tsx'
import type { FormState } from './form-answers.ts'
import { Notice } from './notice.tsx'

/** What is wrong with a form that has no field to lead to. */
export function RefusedNotice({ errors }: Pick<FormState, 'errors'>) {
  const t = useT()
  return (
    <Notice kind="warn" role="status">
      {Object.values(errors).map((error) => (
        <p key={error}>{t(error)}</p>
      ))}
    </Notice>
  )
}
