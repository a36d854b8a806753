import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { overviewFor } from '#app/features/moderation/queries/overview.server.ts'
import { OverviewPage } from '#app/features/moderation/ui/overview-page.tsx'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('moderation.desk.overview.headTitle')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'moderate')
  return overviewFor(actor, context.now)
}

export default function TestimoniesOverview() {
  return <OverviewPage overview={useLoaderData<typeof loader>()} />
}
