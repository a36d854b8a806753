import type { LoaderFunctionArgs } from '@remix-run/node'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { showToAddressee } from '#app/features/mailings/addressee-look.server.ts'
import { findDrip } from '#app/features/mailings/queries/drip.server.ts'
import { sampleNamed } from '#app/features/mailings/rules/addressee-samples.ts'
import { refuse } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'

/** The kept letter to the addressee as a mail program shows it, of people who do not exist. Framed; its headers let it run and load nothing. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'mail')
  const sample = sampleNamed(params.sample)
  const campaign = await findCampaignForStaff(params.id)
  const drip = campaign && (await findDrip(campaign.id))
  if (!campaign || !drip || !sample) throw refuse(404)
  const html = await showToAddressee(campaign.id, { sample, settings: drip.settings })
  if (html === null) throw refuse(409)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
