import { useT } from '#app/i18n/use-t.tsx'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { Page } from './page.tsx'
import { Prose } from './prose.tsx'

interface DisowningProps {
  title: string
  lead: string
  /** What pressing the button would do, one after the other. Absent: there is nothing to press. */
  asks?: { consequences: readonly string[]; button: string }
  /** How the mailbox would be written to again. Absent: it is not blocked. */
  allow?: string
  campaignHref: string | null
}

/** For whoever got a mail about something that is not theirs: what happens, one button, and the way back. */
export function Disowning({ title, lead, asks, allow, campaignHref }: DisowningProps) {
  const t = useT()
  return (
    <Page title={title} lead={<p>{lead}</p>}>
      {asks && <Asking {...asks} />}
      {allow && (
        <Card>
          <p>{allow}</p>
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

function Asking({ consequences, button }: NonNullable<DisowningProps['asks']>) {
  const t = useT()
  return (
    <Card>
      <Prose>
        <p>{t('signatures.notMe.will')}</p>
        <ul>
          {consequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
        <p>{t('signatures.notMe.mind')}</p>
      </Prose>
      <form method="post">
        <Button wide name="intent" value="disown">
          {button}
        </Button>
      </form>
    </Card>
  )
}
