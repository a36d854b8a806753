import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText, listGoals } from '#app/features/campaigns/queries.server.ts'
import { nextGoal, plainTitle } from '#app/features/campaigns/rules.ts'
import { ShareSection } from '#app/features/campaigns/ui/share-section.tsx'
import { showsKind } from '#app/features/sheets/queries/public.server.ts'
import { sendsReceipts } from '#app/features/proof/queries/receipts.server.ts'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'
import { CountedCard, WhatHappensNext } from '#app/features/signatures/ui/after-signing.tsx'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { translator } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Page } from '#app/ui/page.tsx'

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const [text, goals, receipts, remedies] = await Promise.all([
    findText(campaign.id, locale),
    listGoals(campaign.id),
    sendsReceipts(campaign.id),
    showsKind(campaign.id, 'letter'),
  ])
  const confirmed = liveCount(campaign.id)
  const goal = nextGoal(goals, confirmed)
  const shown = {
    locale,
    slug: campaign.slug,
    title: plainTitle(text?.title ?? ''),
    again: new URL(request.url).searchParams.has('again'),
    confirmed,
    receipts,
    remedies,
    goal: goal && { threshold: goal.threshold, duty: locale === 'fr' ? goal.dutyFr : goal.dutyEn },
    url: publicUrl(`/${locale}/${campaign.slug}`),
  }
  return data(shown, { headers: publicPage })
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) => [
  {
    title: shown
      ? translator(shown.locale)(shown.again ? 'signatures.confirmed.againTitle' : 'signatures.confirmed.title')
      : '',
  },
  { name: 'robots', content: 'noindex' },
]

export default function ConfirmedPage() {
  const { title, again, url, ...counted } = useLoaderData<typeof loader>()
  const t = useT()
  const path = `/${useLocale()}/${counted.slug}`
  return (
    <Page
      width="wide"
      kicker={<a href={path}>{title}</a>}
      title={t(again ? 'signatures.confirmed.againTitle' : 'signatures.confirmed.title')}
      lead={<p>{t(again ? 'signatures.confirmed.againLead' : 'signatures.confirmed.lead')}</p>}
    >
      <Columns>
        <div>
          <CountedCard {...counted} />
          <WhatHappensNext {...counted} />
        </div>
        <div>
          <ShareSection campaign={{ slug: counted.slug, title }} url={url} />
          <ul>
            {counted.remedies && (
              <li>
                <a href={`${path}/remedies`}>{t('remedies.link')}</a>
              </li>
            )}
            <li>
              <a href={`${path}/testify`}>{t('signatures.confirmed.testify')}</a>
            </li>
            <li>
              <a href={path}>{t('signatures.signed.back')}</a>
            </li>
          </ul>
        </div>
      </Columns>
    </Page>
  )
}
