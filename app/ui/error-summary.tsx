import { useEffect } from 'react'
import { useT } from '#app/i18n/use-t.tsx'

/** `field` is the id of the control (or group) to go to; none for what concerns the whole form. */
export type FormError = { field?: string; message: string }

type ErrorSummaryProps = { id?: string; errors: readonly FormError[]; title?: string }

/** Takes the focus on arrival, without script, and leads to each field. Nothing when there is nothing to correct. */
export function ErrorSummary({ id = 'errors', errors, title }: ErrorSummaryProps) {
  const t = useT()
  if (errors.length === 0) return null
  return (
    <div className="error-summary" id={id} role="alert" tabIndex={-1} autoFocus>
      <p className="error-summary-title">{title ?? t('ui.errors.title', { count: errors.length })}</p>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}

/** The attribute takes the focus when a page arrives; where the framework answers a form in the page, nothing arrives. */
export function useFocusOnErrors(refused: unknown): void {
  useEffect(() => {
    if (refused) document.getElementById('errors')?.focus()
  }, [refused])
}
