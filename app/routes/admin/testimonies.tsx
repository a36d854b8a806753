import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeBulkStep } from '#app/features/moderation/commands/bulk-step.server.ts'
import { forgetFilter, keepFilter } from '#app/features/moderation/commands/keep-filter.server.ts'
import { bulkStep } from '#app/features/moderation/desk-steps.ts'
import { isDone } from '#app/features/moderation/done.ts'
import { queryOf, readFilter } from '#app/features/moderation/filter.ts'
import { BulkAnswer } from '#app/features/moderation/ui/bulk.tsx'
import { Messages } from '#app/features/moderation/ui/messages.tsx'
import { TestimonyQueue, Welcome } from '#app/features/moderation/ui/queue.tsx'
import { TriageKeys } from '#app/features/moderation/ui/triage-keys.tsx'
import { invalid, privatePage, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireModerator } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Triage } from '#app/ui/triage.tsx'
import { queueAt } from './desk-queue.server.ts'
import { pageTitle } from './page-title.ts'

export const handle = { panes: true, keys: TriageKeys }
export const meta = pageTitle('moderation.queue.headTitle')

const filterWords = ['kept', 'forgotten'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const asked = new URL(request.url).searchParams
  const done = isDone(asked.get('done') ?? '')
  const filterDone = filterWords.find((word) => word === asked.get('filter-done'))
  return { queue: await queueAt(asked, moderator, context.now), done, filterDone }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const query = queryOf(readFilter(new URL(request.url).searchParams))
  const form = await parseForm(request, { schema: bulkStep, lists: ['chosen'] })
  if (!form.ok) return invalid(form)
  const { value: step } = form
  const { now } = context
  switch (step.intent) {
    case 'save-filter': {
      const { outcome } = await keepFilter({ name: step.filterName, query }, moderator.actor, now)
      if (outcome === 'kept') return seeOther(`/admin/testimonies?${query}${query && '&'}filter-done=kept`)
      const errors = { filterName: 'moderation.desk.filter.tooMany' } as const
      return invalid({ values: form.values, errors })
    }
    case 'forget-filter': {
      await forgetFilter(step.place, moderator.actor, now)
      return seeOther(`/admin/testimonies?${query}${query && '&'}filter-done=forgotten`)
    }
    default:
      return data({ bulk: await takeBulkStep(step, { ...moderator, now }) }, { headers: privatePage })
  }
}

export default function Testimonies() {
  const t = useT()
  const { queue, done, filterDone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'errors' in answer ? answer : undefined
  return (
    <Triage queue={<TestimonyQueue {...queue} answer={refused} />}>
      <Messages done={answer ? undefined : done} notTaken={refused && { ...refused, refusal: null }} />
      {filterDone && !answer && (
        <Notice kind="success" role="status" title={t(`moderation.desk.filter.${filterDone}`)} />
      )}
      {answer && 'bulk' in answer && <BulkAnswer bulk={answer.bulk} items={queue.items} here={queue.here} />}
      <Welcome />
    </Triage>
  )
}
