import type { LoaderFunctionArgs } from '@remix-run/node'
import { openPage } from '#app/features/moderation/commands/open-page.server.ts'
import { refuse } from '#app/http/answer.server.ts'
import { requireModerator } from '#app/http/require-staff.server.ts'

/** A page that a witness joined, opened for a moderator. It is kept nowhere, and nothing in it runs. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const moderator = await requireModerator({ request, context })
  const hands = { ...moderator, testimonyId: params.id ?? '', now: context.now }
  const page = await openPage(params.page ?? '', hands)
  if (!page) throw refuse(404)
  return new Response(new Uint8Array(page.image), {
    headers: {
      'Content-Type': page.type,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'Content-Disposition': 'inline; filename="page"',
    },
  })
}
