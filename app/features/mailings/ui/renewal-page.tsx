import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckGroup } from '#app/ui/check.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pauseChoices } from '../rules/renewal.ts'

export interface RenewalDone {
  outcome: 'kept' | 'left' | 'paused' | 'ended'
  until: string | null
}

interface RenewalPageProps {
  /** Of this letter, as it was sent: a mail program may have added to it. */
  action: string
  campaignHref: string | null
  done: RenewalDone | null
  /** No button was pressed that we know. */
  refused: boolean
}

/** The yearly question: keep, pause or leave, each a button. Nothing happens before one is pressed, and the page is the same for everyone. */
export function RenewalPage({ action, campaignHref, done, refused }: RenewalPageProps) {
  const t = useT()
  return (
    <Page title={t(done ? `mailings.renewal.page.${done.outcome}Title` : 'mailings.renewal.page.title')}>
      {refused && (
        <Notice kind="warn" role="status">
          <p>{t('mailings.renewal.page.chooseOne')}</p>
        </Notice>
      )}
      <Card>{done ? <Answered {...done} /> : <Question action={action} />}</Card>
      {campaignHref && (
        <p>
          <a href={campaignHref}>{t('mailings.unsubscribe.campaign')}</a>
        </p>
      )}
    </Page>
  )
}

function Answered({ outcome, until }: RenewalDone) {
  const t = useT()
  const locale = useLocale()
  return (
    <div role="status">
      <p>{t(`mailings.renewal.page.${outcome}`, { day: until ? formatDay(locale, new Date(until)) : '' })}</p>
      <p>{t(outcome === 'ended' ? 'mailings.renewal.page.again' : 'mailings.renewal.page.signatureStays')}</p>
    </div>
  )
}

function Question({ action }: { action: string }) {
  const t = useT()
  return (
    <>
      <p>{t('mailings.renewal.page.lead')}</p>
      <form method="post" action={action}>
        <Button name="choice" value="keep" wide>
          {t('mailings.renewal.page.keep')}
        </Button>
        <CheckGroup id="pause" legend={t('mailings.renewal.page.pauseTitle')}>
          <Actions>
            {pauseChoices.map(({ value }) => (
              <Button key={value} name="choice" value={value} kind="quiet">
                {t(`mailings.renewal.page.pauses.${value}`)}
              </Button>
            ))}
          </Actions>
        </CheckGroup>
        <CheckGroup id="leave" legend={t('mailings.renewal.page.leaveTitle')}>
          <Actions>
            <Button name="choice" value="stop" kind="quiet">
              {t('mailings.renewal.page.leave')}
            </Button>
          </Actions>
        </CheckGroup>
      </form>
      <p className="small">{t('mailings.renewal.page.scope')}</p>
      <p className="small">{t('mailings.renewal.page.silence')}</p>
    </>
  )
}
