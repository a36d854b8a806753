import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'

interface DisownOrganisationProps {
  state: 'waiting' | 'blocked' | 'gone'
  campaign: string
  campaignHref: string | null
}

/** For whoever is asked to confirm for an organisation and does not represent it: what happens, one button, and the way back. */
export function DisownOrganisation({ state, campaign, campaignHref }: DisownOrganisationProps) {
  const t = useT()
  const said = {
    waiting: { title: t('signatures.notMe.title'), lead: t('organisations.notMe.waiting', { campaign }) },
    blocked: { title: t('signatures.notMe.blockedTitle'), lead: t('organisations.notMe.blocked') },
    gone: { title: t('organisations.notMe.goneTitle'), lead: t('organisations.notMe.gone') },
  }[state]
  return (
    <Page title={said.title} lead={<p>{said.lead}</p>}>
      {state === 'waiting' && <Disown />}
      {state === 'blocked' && (
        <Card>
          <p>{t('organisations.notMe.allow')}</p>
          <form method="post">
            <Button kind="quiet" name="intent" value="allow">
              {t('signatures.notMe.allowButton')}
            </Button>
          </form>
        </Card>
      )}
      {campaignHref && (
        <p>
          <a href={campaignHref}>{t('signatures.notMe.campaign')}</a>
        </p>
      )}
    </Page>
  )
}

function Disown() {
  const t = useT()
  return (
    <Card>
      <Prose>
        <p>{t('signatures.notMe.will')}</p>
        <ul>
          <li>{t('organisations.notMe.willDelete')}</li>
          <li>{t('signatures.notMe.willBlock')}</li>
        </ul>
        <p>{t('signatures.notMe.mind')}</p>
      </Prose>
      <form method="post">
        <Button wide name="intent" value="disown">
          {t('organisations.notMe.button')}
        </Button>
      </form>
    </Card>
  )
}
