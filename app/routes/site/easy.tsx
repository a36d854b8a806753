import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCampaignPage } from '#app/features/campaigns/queries/campaign-page.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { formatDay, parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const page = await findCampaignPage(campaign, locale, parisDay(context.now))
  if (!page) throw refuse(404)
  return data(
    {
      locale,
      slug: campaign.slug,
      title: plainTitle(page.title),
      html: page.easyHtml,
      version: page.version,
      day: page.publishedAt,
    },
    { headers: publicPage },
  )
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ data: shown }: MetaArgs<typeof loader>) =>
  shown ? [{ title: translator(shown.locale)('campaigns.easy.title', { campaign: shown.title }) }] : []

export default function EasyPage() {
  const { title, html, slug, version, day } = useLoaderData<typeof loader>()
  const t = useT()
  const locale = useLocale()
  return (
    <Page kicker={t('campaigns.hero.easy')} title={title}>
      <Prose html={html} />
      <p className="small">
        {t('campaigns.easy.version', { version, day: formatDay(locale, day) })}{' '}
        <a href={`/${locale}/${slug}/texts`}>{t('campaigns.text.versions')}</a>
      </p>
      <ButtonLink href={`/${locale}/${slug}#sign`} kind="primary">
        {t('campaigns.easy.back')}
      </ButtonLink>
    </Page>
  )
}
