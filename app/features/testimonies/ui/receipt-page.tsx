import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { QuickExit } from '#app/ui/quick-exit.tsx'
import { ReceiptCard } from '#app/ui/receipt-card.tsx'
import type { Receipt } from '../receipt.server.ts'
import { HelpLines } from './guard-panel.tsx'
import { neutralPage } from './neutral-page.ts'
import receiptCss from './receipt.css?url'

interface ReceiptPageProps {
  campaignSlug: string
  receipt: Receipt
  /** The words were of distress: whom to call is said once more, for who has no script. */
  distress?: boolean
  /** Prints the card. */
  script: string
}

/** The one time that the code is shown. */
export function ReceiptPage({ campaignSlug, receipt, distress, script }: ReceiptPageProps) {
  const t = useT()
  const locale = useLocale()
  const here = `/${locale}/${campaignSlug}`
  return (
    <>
      <link rel="stylesheet" href={receiptCss} />
      <script type="module" src={script} />
      <QuickExit href={neutralPage} />
      <Page title={t('testimonies.receipt.title')} lead={<p>{t('testimonies.receipt.lead')}</p>}>
        <div className="kept-card" data-shown-once="">
          <Card receipt={receipt} />
        </div>
        {distress && <HelpLines />}
        <Keep />
        <Actions>
          <ButtonLink kind="quiet" href={`/${locale}/inbox`}>
            {t('testimonies.receipt.inbox')}
          </ButtonLink>
          <ButtonLink kind="plain" href={`${here}/testimonies`}>
            {t('testimonies.receipt.read')}
          </ButtonLink>
          <ButtonLink kind="plain" href={here}>
            {t('testimonies.receipt.back')}
          </ButtonLink>
        </Actions>
      </Page>
    </>
  )
}

/** What is on paper says neither what the code is for nor where it comes from, but for the address. */
function Card({ receipt: { code, qr, inbox } }: { receipt: Receipt }) {
  const t = useT()
  const address = inbox.replace(/^https?:\/\//, '')
  return (
    <ReceiptCard
      title={
        <>
          <span className="kept-screen">{t('testimonies.receipt.cardTitle')}</span>
          <span className="kept-paper">{t('testimonies.receipt.card.title')}</span>
        </>
      }
      code={code}
      copied={t('testimonies.receipt.copied')}
      actions={
        <Button kind="quiet" type="button" data-print="" hidden>
          {t('testimonies.receipt.print')}
        </Button>
      }
    >
      <div className="kept-sides">
        <svg
          className="kept-qr"
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={t('testimonies.receipt.qr')}
        >
          <path className="kept-ground" d={`M0 0h${qr.size}v${qr.size}h-${qr.size}z`} />
          <path className="kept-dark" d={qr.path} />
        </svg>
        <div className="kept-screen">
          <p>
            <strong>{t('testimonies.receipt.copyNow')}</strong>
          </p>
          <p>{t('testimonies.receipt.steps.open', { address })}</p>
          <p>{t('testimonies.receipt.steps.do')}</p>
          <p>{t('testimonies.receipt.steps.mail')}</p>
        </div>
        <div className="kept-paper">
          <p>{t('testimonies.receipt.card.address')}</p>
          <p className="kept-address">{address}</p>
          <p>{t('testimonies.receipt.card.what')}</p>
        </div>
      </div>
    </ReceiptCard>
  )
}

const advice = ['paper', 'photo', 'clipboard', 'whoever', 'close'] as const

function Keep() {
  const t = useT()
  return (
    <section className="kept-keep prose" aria-labelledby="keep-title">
      <h2 id="keep-title">{t('testimonies.receipt.keepTitle')}</h2>
      <ul>
        {advice.map((one) => (
          <li key={one}>{t(`testimonies.receipt.keep.${one}`)}</li>
        ))}
      </ul>
    </section>
  )
}

/** The page with the receipt, loaded again: nothing was deposited twice, and the code is not shown twice. */
export function AlreadyPage({ campaignSlug }: { campaignSlug: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <QuickExit href={neutralPage} />
      <Page title={t('testimonies.receipt.title')} lead={<p>{t('testimonies.receipt.already')}</p>}>
        <Actions>
          <ButtonLink kind="quiet" href={`/${locale}/inbox`}>
            {t('testimonies.receipt.inbox')}
          </ButtonLink>
          <ButtonLink kind="plain" href={`/${locale}/${campaignSlug}/testimonies`}>
            {t('testimonies.receipt.read')}
          </ButtonLink>
        </Actions>
      </Page>
    </>
  )
}
