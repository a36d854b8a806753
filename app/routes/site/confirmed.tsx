import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText, listGoals } from '#app/features/campaigns/queries.server.ts'
import { nextGoal, plainTitle } from '#app/features/campaigns/rules.ts'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Card } from '#app/ui/card.tsx'
import { Count } from '#app/ui/count.tsx'
import { Page } from '#app/ui/page.tsx'
import { ShareLinks } from '#app/ui/share-links.tsx'
import { Tally } from '#app/ui/tally.tsx'

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const [text, goals] = await Promise.all([findText(campaign.id, locale), listGoals(campaign.id)])
  const confirmed = liveCount(campaign.id)
  const goal = nextGoal(goals, confirmed)
  const shown = {
    locale,
    slug: campaign.slug,
    title: plainTitle(text?.title ?? ''),
    again: new URL(request.url).searchParams.has('again'),
    confirmed,
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
  const { title, again, confirmed, goal, url, slug } = useLoaderData<typeof loader>()
  const t = useT()
  const locale = useLocale()
  const path = `/${locale}/${slug}`
  return (
    <Page
      kicker={title}
      title={t(again ? 'signatures.confirmed.againTitle' : 'signatures.confirmed.title')}
      lead={<p>{t(again ? 'signatures.confirmed.againLead' : 'signatures.confirmed.lead')}</p>}
    >
      <Card>
        <Count value={confirmed} label={t('signatures.card.counted', { count: confirmed })} />
        {goal && <Tally value={confirmed} goal={goal.threshold} />}
        {goal && (
          <p className="goal">
            <strong>{t('signatures.card.goal', { number: formatNumber(locale, goal.threshold) })}</strong> {goal.duty}
          </p>
        )}
      </Card>
      <ShareLinks title={t('signatures.confirmed.share')} url={url} text={title} />
      <ul>
        <li>
          <a href={`${path}/testify`}>{t('signatures.confirmed.testify')}</a>
        </li>
        <li>
          <a href={`${path}/numbers`}>{t('signatures.confirmed.numbers')}</a>
        </li>
        <li>
          <a href={path}>{t('signatures.signed.back')}</a>
        </li>
      </ul>
    </Page>
  )
}
