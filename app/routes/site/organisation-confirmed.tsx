import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { publicPage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { translator, type MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const text = await findText(campaign.id, locale)
  const again = new URL(request.url).searchParams.has('again')
  return data({ locale, slug: campaign.slug, title: plainTitle(text?.title ?? ''), again }, { headers: publicPage })
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

const titleOf = (again: boolean): MessageKey =>
  again ? 'organisations.confirmed.againTitle' : 'organisations.confirmed.title'

export const meta = ({ data: shown }: MetaArgs<typeof loader>) => [
  { title: shown ? translator(shown.locale)(titleOf(shown.again)) : '' },
  { name: 'robots', content: 'noindex' },
]

export default function OrganisationConfirmed() {
  const { title, again, locale, slug } = useLoaderData<typeof loader>()
  const t = useT()
  const lead = t(again ? 'organisations.confirmed.againLead' : 'organisations.confirmed.lead')
  return (
    <Page kicker={title} title={t(titleOf(again))} lead={<p>{lead}</p>}>
      <p>
        <a href={`/${locale}/${slug}/organisations`}>{t('organisations.form.back')}</a>
      </p>
    </Page>
  )
}
