import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listForStaff } from '#app/features/campaigns/queries/for-staff.server.ts'
import { releaseHeld } from '#app/features/integrity/commands/release-held.server.ts'
import { seeAlert } from '#app/features/integrity/commands/see-alert.server.ts'
import { openAlerts, trendsOf } from '#app/features/integrity/queries/alerts.server.ts'
import { heldOf } from '#app/features/integrity/queries/held.server.ts'
import { reviewForm } from '#app/features/integrity/schema.ts'
import { AlertList } from '#app/features/integrity/ui/alerts.tsx'
import { Review, Trends } from '#app/features/integrity/ui/review.tsx'
import { SignatureTabs } from '#app/features/integrity/ui/signature-tabs.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RefusedNotice } from '#app/ui/refused-notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('integrity.review.title')

/** `?campaign=` chooses among several; the newest otherwise. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'integrity')
  const campaigns = await listForStaff(actor.locale, context.now)
  const asked = new URL(request.url).searchParams.get('campaign')
  const campaign = campaigns.find(({ slug }) => slug === asked) ?? campaigns[0]
  const choices = campaigns.map(({ slug, title }) => ({ slug, title }))
  if (!campaign) return { choices, campaign: null }
  const [held, alerts, trends] = await Promise.all([
    heldOf(campaign.id),
    openAlerts(campaign.id),
    trendsOf(campaign.id, context.now),
  ])
  return { choices, campaign: { id: campaign.id, slug: campaign.slug }, held, alerts, trends, shownAt: context.now }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'integrity')
  const form = await parseForm(request, { schema: reviewForm, lists: ['group'] })
  if (!form.ok) return invalid(form)
  const { now } = context
  if (form.value.intent === 'seen') {
    const seen = await seeAlert(actor, form.value.alert, now)
    return data({ outcome: seen ? ('seen' as const) : ('unchanged' as const), released: 0 }, { headers: privatePage })
  }
  const { campaign: campaignId, group: groups, heldUntil, trust } = form.value
  const released = await releaseHeld({ actor, campaignId, groups, heldUntil: new Date(heldUntil), trust, now })
  return data({ outcome: 'released' as const, released }, { headers: privatePage })
}

export default function SignaturesReview() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const locale = useLocale()
  const filters = shown.choices.map(({ slug, title }) => ({
    href: `/admin/signatures/review?campaign=${slug}`,
    label: title,
    current: slug === shown.campaign?.slug,
  }))
  return (
    <>
      <Toolbar
        title={t('integrity.review.title')}
        detail={t('integrity.review.detail')}
        filters={filters.length > 1 ? filters : undefined}
      />
      <SignatureTabs current="/admin/signatures/review" />
      {answer && 'errors' in answer && <RefusedNotice errors={answer.errors} />}
      {answer && 'outcome' in answer && (
        <Notice
          kind="success"
          role="status"
          title={t(`integrity.review.outcomes.${answer.outcome}`, {
            count: answer.released,
            number: formatNumber(locale, answer.released),
          })}
        />
      )}
      {shown.campaign === null ? (
        <Empty title={t('integrity.review.empty')}>
          <p>{t('integrity.review.emptyWhy')}</p>
        </Empty>
      ) : (
        <>
          <AlertList alerts={shown.alerts} />
          <Review campaignId={shown.campaign.id} held={shown.held} shownAt={shown.shownAt} />
          <Trends trends={shown.trends} />
        </>
      )}
    </>
  )
}
