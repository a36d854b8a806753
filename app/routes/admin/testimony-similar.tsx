import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { findSimilar } from '#app/features/moderation/queries/similar.server.ts'
import { SimilarPage } from '#app/features/moderation/ui/similar-list.tsx'
import { requireModerator } from '#app/http/require-staff.server.ts'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('moderation.desk.similar.title')

/** Asked for by the workbench once somebody stays with a story, and a page of its own without a script. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  return { similar: await findSimilar({ ...moderator, testimonyId: params.id ?? '', now: context.now }) }
}

export default function TestimonySimilar() {
  const { similar } = useLoaderData<typeof loader>()
  const { id = '' } = useParams()
  return <SimilarPage testimonyId={id} similar={similar} />
}
