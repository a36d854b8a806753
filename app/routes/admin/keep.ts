import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { keepClaim } from '#app/features/moderation/commands/claim-testimony.server.ts'
import { findSessionLeft } from '#app/features/staff/commands/sessions.server.ts'
import { may } from '#app/features/staff/policy.ts'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff, staffAtTheDoor } from '#app/http/require-staff.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'enter')
  return seeOther('/admin')
}

const asked = z.object({ testimony: z.uuid().optional() })

/**
 * Sent by the page while somebody types: the session was used, and whoever holds the testimony still works on it. Answers the
 * milliseconds that the session lasts at most; 401 when there is none.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await staffAtTheDoor({ context })
  if (!actor) throw refuse(401)
  const form = await parseForm(request, { schema: asked })
  const testimonyId = form.ok ? form.value.testimony : undefined
  if (testimonyId !== undefined && may(actor, 'moderate')) await keepClaim({ actor, testimonyId, now: context.now })
  const left = await findSessionLeft(context.session, context.now)
  return Response.json({ left }, { headers: privatePage })
}
