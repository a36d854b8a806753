import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { putCopyIntoDraft } from '#app/features/claims/commands/put-copy-into-draft.server.ts'
import { copyForm } from '#app/features/claims/schema/copy.ts'
import { findCorrectedClaim } from '#app/features/claims/queries/corrected.server.ts'
import { CopyDesk } from '#app/features/claims/ui/copy-desk.tsx'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseFields } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { readScanForm } from '#app/http/scan-form.server.ts'
import { mostScanBytes } from '#app/http/team-files.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { FormState } from '#app/ui/form-answers.ts'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('claims.copyDesk.title')

/** The claim whose sheet an address names. @throws 404 */
async function claimOf(id: string | undefined) {
  const found = /^[1-9]\d{0,8}$/.test(id ?? '') ? await findCorrectedClaim(Number(id)) : null
  if (!found) throw refuse(404)
  return found
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const { sheetId, title, revision } = await claimOf(params.id)
  return { sheetId, title: title[actor.locale], revision, today: parisDay(context.now) }
}

type Hash = { hash: string; bytes: number }
const again = (status: number, state: FormState, computed: Hash | null = null) =>
  data({ state, computed }, { status, headers: privatePage })

/** The file passes through and is hashed; nothing of it stays. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const { fields, scan } = await readScanForm(request, { field: 'file', most: mostScanBytes, anyKind: true }).catch(
    () => {
      throw refuse(400)
    },
  )
  const { sheetId } = await claimOf(params.id)
  const form = parseFields(fields, { schema: copyForm })
  if (!form.ok) return again(422, form)
  const { values } = form
  if (scan.outcome === 'too-large') return again(422, { values, errors: { file: 'claims.errors.fileTooLarge' } })
  if (scan.outcome !== 'hashed') return again(422, { values, errors: { file: 'claims.errors.fileMissing' } })
  const copy = { hash: scan.sha256, bytes: scan.bytes, on: form.value.madeOn }
  const said = await putCopyIntoDraft(copy, { actor, sheetId, revision: form.value.revision, now: context.now })
  if (said.outcome === 'saved') return seeOther(`/admin/sheets/${sheetId}`)
  return again(409, { values, errors: {} }, copy)
}

export default function SheetCopy() {
  const answer = useActionData<typeof action>()
  return <CopyDesk {...useLoaderData<typeof loader>()} answer={answer} />
}
