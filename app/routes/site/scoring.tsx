import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import scoringScript from 'virtual:enhance/scoring'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { scoringForm, scoringSlug } from '#app/features/scoring/form.ts'
import { ScoringPage } from '#app/features/scoring/ui/scoring-page.tsx'
import { findSheet, kindsShown } from '#app/features/sheets/queries/public.server.ts'
import { BeingVerified } from '#app/features/sheets/ui/verified.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [found, text, kinds] = await Promise.all([
    findSheet(campaign.id, scoringForm, { slug: scoringSlug, today: parisDay(context.now) }),
    findText(campaign.id, locale),
    kindsShown(campaign.id),
  ])
  if (found.found === 'none') throw refuse(404)
  const links = { remedies: kinds.has('letter'), systems: kinds.has('system'), questions: true }
  const shown = { locale, campaign: { slug: campaign.slug, title: plainTitle(text?.title ?? '') }, found, links }
  return data(shown, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: `${t('scoring.title')} · ${shown.campaign.title}` },
    { name: 'description', content: t('scoring.description') },
  ]
}

export default function Scoring() {
  const { campaign, found, links } = useLoaderData<typeof loader>()
  const t = useT()
  if (found.found === 'current')
    return <ScoringPage {...{ campaign, links }} sheet={found.sheet} script={scoringScript} />
  return (
    <Page title={t('scoring.title')}>
      <BeingVerified checkBy={found.checkBy} />
    </Page>
  )
}
