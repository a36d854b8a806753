import { data, type HeadersArgs, type LoaderFunctionArgs, type MetaArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText, listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { isOpen } from '#app/features/campaigns/rules.ts'
import { VoicedTitle } from '#app/features/campaigns/ui/voiced-title.tsx'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'

export async function loader({ params: { locale }, context }: LoaderFunctionArgs) {
  if (!isLocale(locale)) throw refuse(404)
  const campaigns = await Promise.all(
    (await listCampaigns()).map(async (campaign) => {
      const text = await findText(campaign.id, locale)
      return {
        slug: campaign.slug,
        title: text?.title ?? campaign.slug,
        ask: text?.ask ?? '',
        confirmed: liveCount(campaign.id),
        open: isOpen(campaign, context.now),
      }
    }),
  )
  return data({ campaigns }, { headers: publicPage })
}

export const headers = ({ loaderHeaders, errorHeaders }: HeadersArgs) => errorHeaders ?? loaderHeaders

export const meta = ({ params }: MetaArgs) => [
  { title: translator(isLocale(params.locale) ? params.locale : 'fr')('site.home.title') },
]

export default function HomePage() {
  const { campaigns } = useLoaderData<typeof loader>()
  const t = useT()
  const locale = useLocale()
  return (
    <Page title={t('site.home.title')} lead={<p>{t('site.home.lead')}</p>} width="wide">
      {campaigns.length === 0 && (
        <Empty title={t('site.home.emptyTitle')}>
          <p>{t('site.home.empty')}</p>
        </Empty>
      )}
      {campaigns.map(({ slug, title, ask, confirmed, open }) => (
        <Section key={slug} id={slug} title={<VoicedTitle title={title} />}>
          <div>
            <p>{ask}</p>
            <p>
              <strong>{formatNumber(locale, confirmed)}</strong> {t('signatures.card.counted', { count: confirmed })}
            </p>
            <ButtonLink href={`/${locale}/${slug}`} kind="primary">
              {t(open ? 'site.home.go' : 'site.home.read')}
            </ButtonLink>
          </div>
        </Section>
      ))}
    </Page>
  )
}
