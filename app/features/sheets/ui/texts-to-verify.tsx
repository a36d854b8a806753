import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** On the dashboard: texts that the public no longer reads, and those it soon will not. */
export function TextsToVerify({ counts }: { counts: { expired: number; soon: number } | null }) {
  const t = useT()
  if (!counts || counts.expired + counts.soon === 0) return null
  const { expired, soon } = counts
  return (
    <Notice kind={expired > 0 ? 'warn' : 'info'}>
      <p>
        {expired > 0 && t('sheets.alert.expired', { count: expired })}{' '}
        {soon > 0 && t('sheets.alert.soon', { count: soon })} <a href="/admin/sheets">{t('sheets.alert.see')}</a>
      </p>
    </Notice>
  )
}
