import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Page } from '#app/ui/page.tsx'

interface UnsubscribePageProps {
  done: boolean
  campaignHref: string | null
}

/** One button, and nothing happens before it: programs that read mail follow every link. */
export function UnsubscribePage({ done, campaignHref }: UnsubscribePageProps) {
  const t = useT()
  return (
    <Page title={t(done ? 'mailings.unsubscribe.doneTitle' : 'mailings.unsubscribe.title')}>
      <Card>
        {done ? (
          <div role="status">
            <p>{t('mailings.unsubscribe.done')}</p>
            <p>{t('mailings.unsubscribe.doneChanged')}</p>
          </div>
        ) : (
          <>
            <p>{t('mailings.unsubscribe.lead')}</p>
            <form method="post">
              <Button wide>{t('mailings.unsubscribe.button')}</Button>
            </form>
          </>
        )}
      </Card>
      {campaignHref && (
        <p>
          <a href={campaignHref}>{t('mailings.unsubscribe.campaign')}</a>
        </p>
      )}
    </Page>
  )
}
