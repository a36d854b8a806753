import { useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Page } from '#app/ui/page.tsx'

interface ConsentPageProps {
  /** Of this letter, as it was sent. */
  action: string
  campaignHref: string | null
  said: 'begun' | 'declined' | 'ended' | null
}

/** Whoever wanted news elsewhere is asked whether they want them from here: yes or no, each a button. Nothing happens before. */
export function ConsentPage({ action, campaignHref, said }: ConsentPageProps) {
  const t = useT()
  return (
    <Page title={t(said ? `imports.consent.${said}Title` : 'imports.consent.title')}>
      <Card>
        {said ? (
          <p role="status">{t(`imports.consent.${said}`)}</p>
        ) : (
          <>
            <p>{t('imports.consent.lead')}</p>
            <form method="post" action={action}>
              <Actions>
                <Button name="choice" value="keep">
                  {t('imports.consent.yes')}
                </Button>
                <Button name="choice" value="stop" kind="quiet">
                  {t('imports.consent.no')}
                </Button>
              </Actions>
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
