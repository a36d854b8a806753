import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findText, listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { setWeekAside, takeWeekBack } from '#app/features/remedies/commands/set-week-aside.server.ts'
import { answerableLettersOf } from '#app/features/remedies/queries/answerable-letters.server.ts'
import { publicBarometer, reportedWeeks, trueBarometer } from '#app/features/remedies/queries/barometer.server.ts'
import { weekForm } from '#app/features/remedies/barometer/week.ts'
import { BarometerDesk } from '#app/features/remedies/ui/barometer-desk.tsx'
import { may } from '#app/features/staff/policy.ts'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('barometer.desk.title')

/** The campaign that was asked for, or the first. @throws 404 */
async function askedCampaign(request: Request) {
  const campaigns = await listCampaigns()
  const asked = new URL(request.url).searchParams.get('campaign')
  const campaign = asked === null ? campaigns[0] : campaigns.find(({ slug }) => slug === asked)
  if (!campaign && asked !== null) throw refuse(404)
  return { campaigns, campaign }
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'analyse')
  const { campaigns, campaign } = await askedCampaign(request)
  const choices = await Promise.all(
    campaigns.map(async ({ id, slug }) => ({
      slug,
      title: plainTitle((await findText(id, actor.locale))?.title ?? slug),
    })),
  )
  const letters = campaign ? await answerableLettersOf(campaign.id, parisDay(context.now)) : []
  const shown = campaign && {
    campaign: campaign.slug,
    counted: await trueBarometer(campaign.id),
    weeks: await reportedWeeks(campaign.id),
    published: await publicBarometer(campaign.id),
    letters: letters.map((letter) => ({ ...letter, title: letter.title[actor.locale] })),
    mayChange: may(actor, 'campaign'),
  }
  return data({ choices, shown }, { headers: privatePage })
}

/** What is public follows by itself, when a crowd came or went. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireStaff({ request, context }, 'analyse')
  const actor = await requireStaff({ request, context }, 'campaign')
  const { campaign } = await askedCampaign(request)
  if (!campaign) throw refuse(404)
  const form = await parseForm(request, { schema: weekForm })
  if (!form.ok) return invalid(form)
  const { week, intent, reason } = form.value
  const about = { actor, campaignId: campaign.id, week }
  const done =
    intent === 'aside' ? await setWeekAside(about, reason, context.now) : await takeWeekBack(about, context.now)
  return data(done, { headers: privatePage })
}

export default function Barometer() {
  const t = useT()
  const locale = useLocale()
  const { choices, shown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!shown) return <Empty title={t('barometer.desk.noCampaign')} />
  return (
    <>
      <Toolbar
        title={t('barometer.desk.title')}
        detail={t('barometer.desk.detail')}
        filters={choices.map(({ slug, title }) => ({
          href: `/admin/numbers/barometer?campaign=${slug}`,
          label: title,
          current: slug === shown.campaign,
        }))}
        actions={
          <ButtonLink kind="quiet" href={`/${locale}/${shown.campaign}/remedies/barometer`}>
            {t('barometer.desk.public')}
          </ButtonLink>
        }
      />
      {answer && 'outcome' in answer && (
        <Notice
          kind={answer.outcome === 'unchanged' ? 'warn' : 'success'}
          role="status"
          title={t(`barometer.desk.outcomes.${answer.outcome}`)}
        />
      )}
      {answer && 'errors' in answer && <Notice kind="warn" role="status" title={t('site.errors.wrong')} />}
      <BarometerDesk {...shown} />
    </>
  )
}
