import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { ReceiptCard } from '#app/ui/receipt-card.tsx'
import type { CaseKind } from '../schema.ts'

export interface Received {
  kind: CaseKind
  /** `null`: the same form again. The code was shown once. */
  code: string | null
  receivedOn: string
  dueOn: string | null
  /** Where the code opens the answer; whole, for paper. */
  followUrl: string
}

/** The acknowledgement of receipt, and the one time that the code is shown. */
export function ReceivedPage({ campaignSlug, received }: { campaignSlug: string; received: Received }) {
  const t = useT()
  const locale = useLocale()
  const { kind, code, receivedOn, dueOn, followUrl } = received
  const here = `/${locale}/${campaignSlug}`
  const lead = code ? t('cases.received.lead', { day: formatDay(locale, receivedOn) }) : t('cases.received.again')
  return (
    <Page title={t(`cases.received.${kind}`)} lead={<p>{lead}</p>}>
      {code && (
        <>
          <p>
            {dueOn ? t('cases.received.dueReply', { due: formatDay(locale, dueOn) }) : t('cases.received.dueReport')}
          </p>
          <ReceiptCard title={t('cases.received.cardTitle')} code={code}>
            <p>
              <strong>{t('cases.received.keep')}</strong>
            </p>
            <p>{t('cases.received.what')}</p>
            <p>{t('cases.received.noMail')}</p>
            <p className="print-only">{t('cases.received.where', { url: followUrl })}</p>
          </ReceiptCard>
        </>
      )}
      <Actions>
        <ButtonLink kind="quiet" href={`${here}/case`}>
          {t('cases.received.follow')}
        </ButtonLink>
        <ButtonLink kind="plain" href={`${here}/testimonies`}>
          {t('cases.received.back')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
