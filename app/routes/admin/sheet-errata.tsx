import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCorrectedClaim } from '#app/features/claims/queries/corrected.server.ts'
import { ErrataDesk } from '#app/features/mailings/ui/errata-desk.tsx'
import { writeErratum } from '#app/features/mailings/commands/write-erratum.server.ts'
import { listCiting } from '#app/features/mailings/queries/errata.server.ts'
import { erratumForm } from '#app/features/mailings/rules/erratum-form.ts'
import { invalid, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('claims.errataDesk.title')

/** The claim whose sheet an address names. @throws 404 */
async function claimOf(id: string | undefined) {
  const found = /^[1-9]\d{0,8}$/.test(id ?? '') ? await findCorrectedClaim(Number(id)) : null
  if (!found) throw refuse(404)
  return found
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  const { sheetId, campaign, slug, title, correction } = await claimOf(params.id)
  const mailings = correction
    ? await listCiting({ campaign, slug, publishedOn: correction.publishedOn }, actor.locale)
    : []
  return { sheetId, title: title[actor.locale], correctedOn: correction?.publishedOn ?? null, mailings }
}

/** Begins the erratum of one update, or goes to the one that is there. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  const form = await parseForm(request, { schema: erratumForm })
  if (!form.ok) return invalid(form)
  const { campaign, slug, title, correction } = await claimOf(params.id)
  if (!correction) throw refuse(409)
  const { version, note, publishedOn } = correction
  const citing = await listCiting({ campaign, slug, publishedOn }, actor.locale)
  if (!citing.some(({ id }) => id === form.value.mailing)) throw refuse(409)
  const claim = { slug, version, title, note }
  const said = await writeErratum({ actor, correctsId: form.value.mailing, claim, now: context.now })
  if (said.outcome === 'unknown') throw refuse(409)
  return seeOther(`/admin/mailings/${said.id}`)
}

export default function SheetErrata() {
  return <ErrataDesk {...useLoaderData<typeof loader>()} />
}
