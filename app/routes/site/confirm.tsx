import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs, MetaArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCampaignById, findText, findTextsShown } from '#app/features/campaigns/queries.server.ts'
import { findTextVersion } from '#app/features/campaigns/queries/texts.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { confirmSignature } from '#app/features/signatures/commands/confirm-signature.server.ts'
import { findConfirmable } from '#app/features/signatures/queries/confirmable.server.ts'
import { receiptOf } from '#app/features/proof/queries/log.server.ts'
import { Receipt } from '#app/features/proof/ui/receipt.tsx'
import { TextSigned } from '#app/features/signatures/ui/text-signed.tsx'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Page } from '#app/ui/page.tsx'

/** Shows one button and changes nothing: whatever opens the links of a mail by itself confirms nothing. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await findConfirmable(params.token ?? '', context.now)
  if (!found || !isLocale(params.locale)) throw refuse(404)
  const { campaignId, text: signed } = found
  const [text, campaign, version, shown] = await Promise.all([
    findText(campaignId, params.locale),
    findCampaignById(campaignId),
    findTextVersion(campaignId, signed),
    findTextsShown(campaignId, signed.locale),
  ])
  if (!campaign || !version || !shown) throw refuse(404)
  const receipt = found.confirmed ? await receiptOf(campaign, found.id) : null
  const bound = { ...signed, slug: campaign.slug, publishedAt: version.publishedAt, current: shown.current }
  return data(
    { locale: params.locale, title: plainTitle(text?.title ?? ''), recorded: found, bound, receipt },
    { headers: privatePage },
  )
}

export async function action({ params, context }: ActionFunctionArgs) {
  const confirmed = await confirmSignature(params.token ?? '', context.now)
  if (confirmed.outcome === 'link-unknown') throw refuse(404)
  const campaign = await findCampaignById(confirmed.campaignId)
  if (!campaign || !isLocale(params.locale)) throw refuse(404)
  return seeOther(
    `/${params.locale}/${campaign.slug}/confirmed${confirmed.outcome === 'already-confirmed' ? '?again=1' : ''}`,
  )
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) => [
  { title: shown ? translator(shown.locale)('signatures.confirm.title') : '' },
  { name: 'robots', content: 'noindex' },
]

export default function ConfirmPage() {
  const { locale, title, recorded, bound, receipt } = useLoaderData<typeof loader>()
  const t = useT()
  const { confirmed } = recorded
  return (
    <Page
      kicker={title}
      title={t('signatures.confirm.title')}
      lead={<p>{t(confirmed ? 'signatures.confirm.doneLead' : 'signatures.confirm.lead')}</p>}
    >
      <Card>
        <TextSigned text={bound} confirmed={confirmed} />
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
        <form method="post" {...(confirmed ? {} : { 'data-confirm': recorded.wait ?? 'never' })}>
          <Button kind="primary" wide>
            {t('signatures.confirm.button')}
          </Button>
          {!confirmed && <Gestures waits={recorded.wait !== null} />}
        </form>
      </Card>
      {confirmed && <Receipt slug={bound.slug} receipt={receipt} />}
      {!confirmed && <SmallPrint>{t('signatures.confirm.why')}</SmallPrint>}
      <p>
        <a href={`/${locale}/not-me/${recorded.notMe}`}>{t('signatures.confirm.notMe')}</a>
      </p>
    </Page>
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
