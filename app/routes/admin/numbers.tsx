import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText, listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { trueNumbers } from '#app/features/numbers/page-numbers.server.ts'
import { publicCountsBy } from '#app/features/numbers/queries.server.ts'
import { TeamNumbers } from '#app/features/numbers/ui/team-numbers.tsx'
import { countByState } from '#app/features/signatures/queries.server.ts'
import { privatePage, refuse } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('numbers.admin.title')

const choiceOf = (locale: Locale) => async (campaign: CampaignSummary) => ({
  slug: campaign.slug,
  title: plainTitle((await findText(campaign.id, locale))?.title ?? campaign.slug),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'analyse')
  const campaigns = await listCampaigns()
  const asked = new URL(request.url).searchParams.get('campaign')
  const campaign = asked === null ? campaigns[0] : campaigns.find(({ slug }) => slug === asked)
  if (!campaign && asked !== null) throw refuse(404)
  const choices = await Promise.all(campaigns.map(choiceOf(locale)))
  const shown = campaign && {
    slug: campaign.slug,
    numbers: await trueNumbers({ campaign, locale, now: context.now }),
    seen: await publicCountsBy(campaign.id, 'department'),
    counted: await countByState(campaign.id),
  }
  return data({ choices, shown }, { headers: privatePage })
}

export default function Numbers() {
  const t = useT()
  const locale = useLocale()
  const { choices, shown } = useLoaderData<typeof loader>()
  if (!shown) return <Empty title={t('numbers.admin.noCampaign')}>{t('numbers.admin.noCampaignWhy')}</Empty>
  const filters = choices.map(({ slug, title }) => ({
    href: `/admin/numbers?campaign=${slug}`,
    label: title,
    current: slug === shown.slug,
  }))
  return (
    <>
      <Toolbar
        title={t('numbers.admin.title')}
        detail={t('numbers.admin.detail')}
        filters={filters}
        actions={
          <>
            <ButtonLink kind="quiet" href={`/admin/numbers/barometer?campaign=${shown.slug}`}>
              {t('barometer.desk.title')}
            </ButtonLink>
            <ButtonLink kind="quiet" href={`/${locale}/${shown.slug}/numbers`}>
              {t('numbers.admin.public')}
            </ButtonLink>
          </>
        }
      />
      <TeamNumbers {...shown} />
    </>
  )
}
