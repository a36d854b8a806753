import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnGoal } from '#app/features/campaigns/commands/goals.server.ts'
import { goalForm } from '#app/features/campaigns/goal-form.ts'
import { findText, listGoals } from '#app/features/campaigns/queries.server.ts'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { DeskTop } from '#app/features/campaigns/ui/desk-top.tsx'
import { GoalsAhead } from '#app/features/campaigns/ui/goals-ahead.tsx'
import { GoalsReached } from '#app/features/campaigns/ui/goals-reached.tsx'
import { GoalOutcome } from '#app/features/campaigns/ui/goal-outcome.tsx'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { formatNumber, parisDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('campaigns.desk.tabs.goals')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const [text, goals] = await Promise.all([findText(campaign.id, locale), listGoals(campaign.id)])
  return {
    slug: campaign.slug,
    title: plainTitle(text?.title ?? campaign.slug),
    confirmed: liveCount(campaign.id),
    today: parisDay(context.now),
    ahead: goals.filter(({ reachedAt }) => reachedAt === null),
    reached: goals.flatMap((goal) => (goal.reachedAt ? [{ ...goal, reachedOn: parisDay(goal.reachedAt) }] : [])),
  }
}

const refusals = new Set([
  'passed-already',
  'there-already',
  'reached-already',
  'not-reached',
  'in-the-future',
  'unknown',
])
/** What was typed stays where it can be put right; what else was wrong is said at the top. */
const beside = { 'passed-already': 'threshold', 'there-already': 'threshold', 'in-the-future': 'doneOn' } as const

/** After a refusal too: somebody else did something meanwhile, and the page must say what is true now. */
export const shouldRevalidate = () => true

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  if (!campaign) throw refuse(404)
  const form = await parseForm(request, { schema: goalForm })
  if (!form.ok) return invalid(form)
  const { now } = context
  const setting = { actor, campaignId: campaign.id, confirmed: liveCount(campaign.id), now, today: parisDay(now) }
  const said = await actOnGoal(form.value, setting)
  if (said.outcome === 'passed-already' || said.outcome === 'there-already' || said.outcome === 'in-the-future') {
    const errors = { [beside[said.outcome]]: `campaigns.goalDesk.outcomes.${said.outcome}` as const }
    return invalid({ values: form.values, errors })
  }
  return data({ said }, { status: refusals.has(said.outcome) ? 409 : 200, headers: privatePage })
}

export default function CampaignGoals() {
  const { slug, title, confirmed, today, ahead, reached } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const number = formatNumber(useLocale(), confirmed)
  const refused = answer && 'errors' in answer ? answer : undefined
  const said = answer && 'said' in answer ? answer.said : undefined
  return (
    <>
      <DeskTop {...{ slug, title }} tab="goals" detail={t('campaigns.goalDesk.now', { number })} />
      {said && <GoalOutcome answer={said} />}
      <p>{t('campaigns.goalDesk.intro')}</p>
      <GoalsReached goals={reached} refused={refused} today={today} />
      <GoalsAhead key={`${ahead.length}`} goals={ahead} refused={refused} />
    </>
  )
}
