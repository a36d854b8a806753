import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { findCommitment } from '#app/features/commitments/queries/public.server.ts'
import { CommitmentPage } from '#app/features/commitments/ui/commitment-page.tsx'
import { isSheetSlug } from '#app/features/sheets/schema.ts'
import { BeingVerified } from '#app/features/sheets/ui/verified.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: `${shown.title} · ${shown.campaign.title}` }] : []

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const { slug = '' } = params
  const [text, found] = await Promise.all([
    findText(campaign.id, locale),
    isSheetSlug(slug)
      ? findCommitment(campaign.id, { slug, locale, today: parisDay(context.now) })
      : ({ found: 'none' } as const),
  ])
  if (found.found === 'none') throw refuse(404)
  const named = { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug) }
  const title = found.found === 'current' ? found.sheet.content[locale].title : found.title[locale]
  return data({ locale, campaign: named, title, found }, { headers: publicPage })
}

export default function Commitment() {
  const { locale, campaign, title, found } = useLoaderData<typeof loader>()
  const t = useT()
  if (found.found === 'current') return <CommitmentPage campaign={campaign} {...found} />
  return (
    <Page title={title} kicker={<a href={`/${locale}/${campaign.slug}/commitments`}>{t('commitments.page.title')}</a>}>
      <BeingVerified checkBy={found.checkBy} />
    </Page>
  )
}
