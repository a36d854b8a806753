import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepClaim } from '#app/features/moderation/commands/claim-testimony.server.ts'
import { openTestimony } from '#app/features/moderation/commands/open-testimony.server.ts'
import { takeStep } from '#app/features/moderation/commands/take-step.server.ts'
import { isDone, staysThere, type DoneStep } from '#app/features/moderation/done.ts'
import { deskAddress, readWhereabouts } from '#app/features/moderation/filter.ts'
import { listPages } from '#app/features/moderation/queries/pages.server.ts'
import { openThread } from '#app/features/moderation/queries/thread.server.ts'
import { besideLists } from '#app/features/moderation/redaction/beside-form.ts'
import { moderationStep } from '#app/features/moderation/schema.ts'
import { faultOf, typedAgain, type NotTaken, type RefusedOutcome } from '#app/features/moderation/ui/form-state.ts'
import { TestimonyQueue, useWayBack } from '#app/features/moderation/ui/queue.tsx'
import { TriageKeys } from '#app/features/moderation/ui/triage-keys.tsx'
import { WhereaboutsProvider } from '#app/features/moderation/ui/whereabouts.tsx'
import { Workbench } from '#app/features/moderation/ui/workbench.tsx'
import { KeptUntil } from '#app/features/privacy/ui/kept-until.tsx'
import { findKeeping } from '#app/features/testimonies/queries/terms.server.ts'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { vaultClosed } from '#app/http/give-back.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireModerator } from '#app/http/require-staff.server.ts'
import { Triage } from '#app/ui/triage.tsx'
import { queueAt } from './desk-queue.server.ts'
import { pageTitle } from './page-title.ts'

export const handle = { panes: true, keys: TriageKeys }
export const meta = pageTitle('moderation.item.headTitle')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const asked = new URL(request.url).searchParams
  const hands = { ...moderator, testimonyId: params.id ?? '', now: context.now }
  const testimony = await openTestimony(hands)
  if (!testimony) throw refuse(404)
  const [queue, thread, pages, keeping] = await Promise.all([
    queueAt(asked, moderator, context.now),
    openThread(hands),
    listPages(testimony.id),
    findKeeping(testimony.id),
  ])
  return { testimony, thread, pages, keeping, queue, done: isDone(asked.get('done') ?? '') }
}

const refusedWith = {
  'not-allowed': 403,
  'own-proposal': 403,
  'claimed-by-another': 409,
  'taken-over': 409,
  'too-early': 409,
  'no-consent': 409,
  'someone-was-faster': 409,
  'day-not-ahead': 422,
  'points-to-someone': 422,
  'not-looked-at': 422,
  'same-as-refused': 422,
} as const satisfies Record<Exclude<RefusedOutcome, 'vault-closed'>, number>

const isRefused = (outcome: RefusedOutcome | DoneStep): outcome is keyof typeof refusedWith =>
  Object.hasOwn(refusedWith, outcome)

const notTaken = (status: number, value: NotTaken) => data(value, { status, headers: privatePage })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const hands = { ...moderator, testimonyId: params.id ?? '', now: context.now }
  await keepClaim(hands)
  const form = await parseForm(request, { schema: moderationStep, lists: besideLists })
  const step = String(form.values['intent'] ?? '')
  if (!form.ok) return notTaken(422, { refusal: null, step, values: form.values, errors: form.errors })
  const { outcome } = await takeStep(form.value, hands)
  if (outcome === 'not-found') throw refuse(404)
  if (outcome === 'vault-closed') throw vaultClosed(request, form.values)
  if (isRefused(outcome))
    return notTaken(refusedWith[outcome], { ...faultOf(outcome), step, values: typedAgain(form.value) })
  const here = readWhereabouts(new URL(request.url).searchParams)
  return seeOther(deskAddress(staysThere(outcome) ? hands.testimonyId : null, here, outcome))
}

export default function Testimony() {
  const { testimony, thread, pages, keeping, queue, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WhereaboutsProvider here={queue.here}>
      <Triage queue={<TestimonyQueue {...queue} currentId={testimony.id} />} back={useWayBack(queue)}>
        <Workbench
          key={testimony.id}
          testimony={testimony}
          thread={thread}
          pages={pages}
          done={done}
          notTaken={answer}
          kept={<KeptUntil keeping={keeping} />}
        />
      </Triage>
    </WhereaboutsProvider>
  )
}
