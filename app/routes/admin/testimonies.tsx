import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listQueue } from '#app/features/moderation/queries.server.ts'
import { doneSteps, Messages } from '#app/features/moderation/ui/messages.tsx'
import { TestimonyQueue, Welcome } from '#app/features/moderation/ui/queue.tsx'
import { queueFilters } from '#app/features/moderation/schema.ts'
import { requireModerator } from '#app/http/require-staff.server.ts'
import { Triage } from '#app/ui/triage.tsx'
import { pageTitle } from './page-title.ts'

export const handle = { panes: true }
export const meta = pageTitle('moderation.queue.headTitle')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const asked = new URL(request.url).searchParams
  const filter = queueFilters.find((name) => name === asked.get('list')) ?? 'waiting'
  const done = doneSteps.find((step) => step === asked.get('done'))
  return { ...(await listQueue(filter, moderator, context.now)), filter, done }
}

export default function Testimonies() {
  const { done, ...queue } = useLoaderData<typeof loader>()
  return (
    <Triage queue={<TestimonyQueue {...queue} />}>
      <Messages done={done} />
      <Welcome />
    </Triage>
  )
}
