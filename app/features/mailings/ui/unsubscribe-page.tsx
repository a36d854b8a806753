import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { ShownStanding } from '../rules/standing.ts'
import { LeavingReasonField } from './leaving-reason.tsx'
import { NewsStandingWords } from './news-standing.tsx'

interface UnsubscribePageProps {
  done: boolean
  standing: ShownStanding
  /** Of this letter, as it was sent: a mail program may have added to it. */
  leaveHref: string
  preferencesHref: string
  campaignHref: string | null
  signHref: string | null
}

const mayLeave = new Set<ShownStanding['is']>(['subscribed', 'paused', 'waiting', 'sample'])

/** One button, and nothing happens before it: programs that read mail follow every link. */
export function UnsubscribePage({ done, standing, leaveHref, preferencesHref, ...campaign }: UnsubscribePageProps) {
  const t = useT()
  const { campaignHref, signHref } = campaign
  const asks = !done && mayLeave.has(standing.is)
  const title = asks ? 'mailings.unsubscribe.title' : 'mailings.standing.title'
  return (
    <Page title={t(done ? 'mailings.unsubscribe.doneTitle' : title)}>
      <Card>
        {asks ? (
          <>
            <Prose>
              {standing.is !== 'subscribed' && <NewsStandingWords standing={standing} signHref={null} />}
              <p>{t('mailings.unsubscribe.lead')}</p>
            </Prose>
            <LeaveForm action={leaveHref} />
          </>
        ) : (
          <div role={done ? 'status' : undefined}>
            <Prose>
              <NewsStandingWords standing={standing} signHref={signHref} />
              <p>{t('mailings.preferences.signatureStays')}</p>
            </Prose>
          </div>
        )}
      </Card>
      <p>
        <a href={preferencesHref}>{t(asks ? 'mailings.unsubscribe.rather' : 'mailings.unsubscribe.others')}</a>
      </p>
      {campaignHref && (
        <p>
          <a href={campaignHref}>{t('mailings.unsubscribe.campaign')}</a>
        </p>
      )}
    </Page>
  )
}

function LeaveForm({ action }: { action: string }) {
  const t = useT()
  return (
    <form method="post" action={action}>
      <LeavingReasonField />
      <Button wide>{t('mailings.unsubscribe.button')}</Button>
    </form>
  )
}
