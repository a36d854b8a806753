import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findCampaignById } from '#app/features/campaigns/queries.server.ts'
import { lookAt } from '#app/features/mailings/draft-desk.server.ts'
import { lookForm, textsOf } from '#app/features/mailings/forms.server.ts'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'mail')
  return seeOther('/admin/mailings')
}

/** Asked by the editor while somebody writes: how the text looks and what is wrong with it. Nothing is kept. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireStaff({ request, context }, 'mail')
  const form = await parseForm(request, { schema: lookForm })
  if (!form.ok) throw refuse(400)
  const campaign = await findCampaignById(form.value.campaign)
  if (!campaign) throw refuse(404)
  return Response.json(await lookAt(campaign, textsOf(form.value), form.value.reader), { headers: privatePage })
}
