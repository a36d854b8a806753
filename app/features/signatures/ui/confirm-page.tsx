import type { ReactNode } from 'react'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Page } from '#app/ui/page.tsx'
import { TextSigned, type BoundText } from './text-signed.tsx'

interface Recorded {
  confirmed: boolean
  name: string
  showName: boolean
  news: boolean
  comment: string | null
  /** Seconds after which the page may confirm without a gesture; `null` when it never may. */
  wait: number | null
  /** Of the link for whom it was not. */
  notMe: string
}

interface ConfirmPageProps {
  /** Of the campaign. */
  title: string
  recorded: Recorded
  bound: BoundText
  /** The receipt, shown once it is confirmed. */
  children: ReactNode
}

/** What the page is called, before the button was pressed and after. */
export const confirmTitle = (confirmed: boolean) =>
  confirmed ? 'signatures.confirm.doneTitle' : 'signatures.confirm.title'

/** What a link confirms, with one button. Once it is confirmed the page is there for its receipt: the button stays and asks for nothing. */
export function ConfirmPage({ title, recorded, bound, children }: ConfirmPageProps) {
  const t = useT()
  const locale = useLocale()
  const { confirmed } = recorded
  return (
    <Page
      kicker={title}
      title={t(confirmTitle(confirmed))}
      lead={<p>{t(confirmed ? 'signatures.confirm.doneLead' : 'signatures.confirm.lead')}</p>}
    >
      {confirmed && children}
      <Card>
        <TextSigned text={bound} confirmed={confirmed} />
        <Records recorded={recorded} />
        <form method="post" {...(confirmed ? {} : { 'data-confirm': recorded.wait ?? 'never' })}>
          <Button kind={confirmed ? 'quiet' : 'primary'} wide={!confirmed}>
            {t('signatures.confirm.button')}
          </Button>
          {confirmed ? (
            <p className="small">{t('signatures.confirm.doneAgain')}</p>
          ) : (
            <Gestures waits={recorded.wait !== null} />
          )}
        </form>
      </Card>
      {!confirmed && <SmallPrint>{t('signatures.confirm.why')}</SmallPrint>}
      <p>
        <a href={`/${locale}/not-me/${recorded.notMe}`}>{t('signatures.confirm.notMe')}</a>
      </p>
    </Page>
  )
}

function Records({ recorded }: { recorded: Recorded }) {
  const t = useT()
  return (
    <dl className="recorded">
      <dt>{t('signatures.confirm.name')}</dt>
      <dd>{recorded.name}</dd>
      <dt>{t('signatures.confirm.shown')}</dt>
      <dd>{t(recorded.showName ? 'signatures.confirm.yes' : 'signatures.confirm.no')}</dd>
      <dt>{t('signatures.confirm.news')}</dt>
      <dd>{t(recorded.news ? 'signatures.confirm.yes' : 'signatures.confirm.no')}</dd>
      {recorded.comment && <dt>{t('signatures.confirm.comment')}</dt>}
      {recorded.comment && <dd className="recorded-words">{recorded.comment}</dd>}
    </dl>
  )
}

/** What the little script does, told only when it runs. */
function Gestures({ waits }: { waits: boolean }) {
  const t = useT()
  return (
    <div className="small" hidden data-confirm-says>
      <p>
        {t('signatures.confirm.gesture')} {waits && t('signatures.confirm.leaveOpen')}
      </p>
      {waits && <p role="status" data-confirm-soon={t('signatures.confirm.soon')} />}
      {waits && (
        <p hidden data-confirm-stop={t('signatures.confirm.stopped')}>
          <Button kind="plain" type="button">
            {t('signatures.confirm.stop')}
          </Button>
        </p>
      )}
    </div>
  )
}
