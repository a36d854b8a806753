import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { noteDownload } from '#app/features/imports/commands/note-download.server.ts'
import { refusedRows } from '#app/features/imports/queries/refused-rows.server.ts'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'

const idOf = (typed = '') => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null)

/** A file about people is asked for by a form: a link would leave no entry in the trail. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'campaign')
  return seeOther(`/admin/imports/${idOf(params.id) ?? ''}`)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const id = idOf(params.id)
  const rows = id === null ? null : await refusedRows(id)
  if (id === null || !rows) throw refuse(404)
  await noteDownload(actor, id, context.now)
  return new Response(createReadableStreamFromReadable(Readable.from(rows)), {
    headers: {
      ...privatePage,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="import-${id}-refused.csv"`,
    },
  })
}
