import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** On the dashboard: texts that the public no longer reads, and those it soon will not. */
export function TextsToVerify({ expired, soon }: { expired: number; soon: number }) {
  const t = useT()
  if (expired + soon === 0) return null
  return (
    <Notice kind={expired > 0 ? 'warn' : 'info'}>
      <p>
        {expired > 0 && t('sheets.alert.expired', { count: expired })}{' '}
        {soon > 0 && t('sheets.alert.soon', { count: soon })} <a href="/admin/sheets">{t('sheets.alert.see')}</a>
      </p>
    </Notice>
  )
}
