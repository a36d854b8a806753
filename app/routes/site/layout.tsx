import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import { isLocale, otherLocale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import siteCss from '#app/ui/site.css?url'
import { SiteLayout } from '#app/ui/site-layout.tsx'

export const links = () => [{ rel: 'stylesheet', href: siteCss }]

export async function loader({ params }: LoaderFunctionArgs) {
  if (!isLocale(params.locale)) throw refuse(404)
  const campaign = params.campaign === undefined ? null : await findCampaign(params.campaign)
  return data(
    campaign && { slug: campaign.slug, association: campaign.association, demonstration: campaign.demonstration },
    { headers: publicPage },
  )
}

/** Header, notices and footer of every public page. */
export default function SitePage() {
  const campaign = useLoaderData<typeof loader>()
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
      notice={campaign?.demonstration ? <p>{t('site.demonstration')}</p> : undefined}
      footer={{
        links: [
          { href: `/${locale}`, label: t('site.nav.campaigns') },
          { href: `/${locale}/privacy`, label: t('site.nav.privacy') },
        ],
        text: <p>{campaign ? t('site.footer.by', { association: campaign.association }) : t('site.footer.about')}</p>,
      }}
    >
      <Outlet />
    </SiteLayout>
  )
}
