import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** On the page on which a promise is written: its state changed, and the letter waits. */
export function OfferLetter({ campaign }: { campaign: string }) {
  const t = useT()
  return (
    <Notice kind="warn">
      <p>
        {t('commitments.desk.offer')}{' '}
        <a href={`/admin/campaigns/${campaign}/commitments`}>{t('commitments.desk.offerLink')}</a>
      </p>
    </Notice>
  )
}
