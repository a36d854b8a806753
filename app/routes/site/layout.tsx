import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { shareHeadOf } from '#app/features/embeds/share-head.server.ts'
import { isLocale, otherLocale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import siteCss from '#app/ui/site.css?url'
import { SiteLayout } from '#app/ui/site-layout.tsx'

export const links = () => [{ rel: 'stylesheet', href: siteCss }]

export async function loader({ params }: LoaderFunctionArgs) {
  if (!isLocale(params.locale)) throw refuse(404)
  const campaigns = await listCampaigns()
  const campaign = campaigns.find(({ slug }) => slug === params.campaign)
  const shown = campaign && { slug: campaign.slug, association: campaign.association }
  // Pages of no campaign (home, links of mails) are marked too as long as any campaign is invented.
  const demonstration = campaign?.demonstration ?? campaigns.some((any) => any.demonstration)
  const share = campaign && (await shareHeadOf(campaign, params.locale, publicUrl('')))
  return data({ campaign: shown, demonstration, share }, { headers: publicPage })
}

/** Header, notices and footer of every public page. */
export default function SitePage() {
  const { campaign, demonstration } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const locale = useLocale()
  const t = useT()
  const other = otherLocale(locale)
  const rooms = campaign
    ? (['testimonies', 'testify', 'numbers', 'updates'] as const).map((room) => {
        const href = `/${locale}/${campaign.slug}/${room}`
        return { href, label: t(`site.nav.${room}`), current: pathname === href }
      })
    : []
  return (
    <SiteLayout
      name={t('site.name')}
      homeHref={campaign ? `/${locale}/${campaign.slug}` : `/${locale}`}
      nav={rooms}
      otherLanguage={{ href: pathname.replace(/^\/(fr|en)/, `/${other}`), lang: other, label: t('site.otherLanguage') }}
      notice={demonstration ? <p>{t('site.demonstration')}</p> : undefined}
      footer={{
        links: [
          { href: `/${locale}`, label: t('site.nav.campaigns') },
          { href: `/${locale}/privacy`, label: t('site.nav.privacy') },
          { href: `/${locale}/inbox`, label: t('site.nav.inbox') },
          { href: `/${locale}/developers`, label: t('partners.developers.footer') },
        ],
        text: <p>{campaign ? t('site.footer.by', { association: campaign.association }) : t('site.footer.about')}</p>,
      }}
    >
      <Outlet />
    </SiteLayout>
  )
}
