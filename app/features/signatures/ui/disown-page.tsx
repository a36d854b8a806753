import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { Disownable } from '../queries/disowned.server.ts'

interface DisownPageProps {
  state: Disownable['state']
  /** What was signed. */
  campaign: string
  campaignHref: string | null
}

/** For whoever got a mail about a signature that is not theirs: what happens, one button, and the way back. */
export function DisownPage({ state, campaign, campaignHref }: DisownPageProps) {
  const t = useT()
  const said = {
    waiting: { title: t('signatures.notMe.title'), lead: t('signatures.notMe.waiting', { campaign }) },
    counted: { title: t('signatures.notMe.title'), lead: t('signatures.notMe.counted', { campaign }) },
    blocked: { title: t('signatures.notMe.blockedTitle'), lead: t('signatures.notMe.blocked') },
    gone: { title: t('signatures.notMe.goneTitle'), lead: t('signatures.notMe.gone') },
  }[state]
  return (
    <Page title={said.title} lead={<p>{said.lead}</p>}>
      {state === 'blocked' && <AllowAgain />}
      {(state === 'waiting' || state === 'counted') && <Disown counted={state === 'counted'} />}
      {campaignHref && (
        <p>
          <a href={campaignHref}>{t('signatures.notMe.campaign')}</a>
        </p>
      )}
    </Page>
  )
}

function Disown({ counted }: { counted: boolean }) {
  const t = useT()
  return (
    <Card>
      <Prose>
        <p>{t('signatures.notMe.will')}</p>
        <ul>
          <li>{t(counted ? 'signatures.notMe.willUncount' : 'signatures.notMe.willDelete')}</li>
          <li>{t('signatures.notMe.willEndNews')}</li>
          <li>{t('signatures.notMe.willBlock')}</li>
        </ul>
        <p>{t('signatures.notMe.mind')}</p>
      </Prose>
      <form method="post">
        <Button wide name="intent" value="disown">
          {t('signatures.notMe.button')}
        </Button>
      </form>
    </Card>
  )
}

function AllowAgain() {
  const t = useT()
  return (
    <Card>
      <p>{t('signatures.notMe.allow')}</p>
      <form method="post">
        <Button kind="quiet" name="intent" value="allow">
          {t('signatures.notMe.allowButton')}
        </Button>
      </form>
    </Card>
  )
}
