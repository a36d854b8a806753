import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openTestimony } from '#app/features/moderation/commands/open-testimony.server.ts'
import { takeStep } from '#app/features/moderation/commands/take-step.server.ts'
import { listQueue } from '#app/features/moderation/queries.server.ts'
import { moderationStep, queueFilters } from '#app/features/moderation/schema.ts'
import { typedAgain, type NotTaken } from '#app/features/moderation/ui/form-state.ts'
import { doneSteps } from '#app/features/moderation/ui/messages.tsx'
import { TestimonyQueue } from '#app/features/moderation/ui/queue.tsx'
import { Workbench } from '#app/features/moderation/ui/workbench.tsx'
import { KeptUntil } from '#app/features/privacy/ui/kept-until.tsx'
import { findKeeping } from '#app/features/testimonies/queries/terms.server.ts'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireModerator } from '#app/http/require-staff.server.ts'
import { Triage } from '#app/ui/triage.tsx'
import { pageTitle } from './page-title.ts'

export const handle = { panes: true }
export const meta = pageTitle('moderation.item.headTitle')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const asked = new URL(request.url).searchParams
  const filter = queueFilters.find((name) => name === asked.get('list')) ?? 'waiting'
  const done = doneSteps.find((step) => step === asked.get('done'))
  const testimony = await openTestimony({ ...moderator, testimonyId: params.id ?? '', now: context.now })
  if (!testimony) throw refuse(404)
  return {
    testimony,
    keeping: await findKeeping(testimony.id),
    done,
    queue: { ...(await listQueue(filter, moderator, context.now)), filter },
  }
}

const refusedWith = {
  'not-allowed': 403,
  'own-proposal': 403,
  'claimed-by-another': 409,
  'no-consent': 409,
  'vault-closed': 403,
  'someone-was-faster': 409,
}

const notTaken = (status: number, value: NotTaken) => data(value, { status, headers: privatePage })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const form = await parseForm(request, { schema: moderationStep })
  if (!form.ok) return notTaken(422, { refusal: null, values: form.values, errors: form.errors })
  const testimonyId = params.id ?? ''
  const { outcome } = await takeStep(form.value, { ...moderator, testimonyId, now: context.now })
  switch (outcome) {
    case 'not-found':
      throw refuse(404)
    case 'claimed':
    case 'saved':
      return seeOther(`/admin/testimonies/${testimonyId}?done=${outcome}`)
    case 'released':
    case 'proposed':
    case 'published':
    case 'awaits-witness':
    case 'declined':
    case 'unpublished':
      return seeOther(`/admin/testimonies?done=${outcome}`)
    default:
      return notTaken(refusedWith[outcome], { refusal: outcome, values: typedAgain(form.value), errors: {} })
  }
}

export default function Testimony() {
  const { testimony, keeping, done, queue } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Triage queue={<TestimonyQueue {...queue} currentId={testimony.id} />}>
      <Workbench
        key={testimony.id}
        testimony={testimony}
        done={done}
        notTaken={answer}
        kept={<KeptUntil keeping={keeping} />}
      />
    </Triage>
  )
}
