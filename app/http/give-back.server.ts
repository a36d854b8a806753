import { wasSession } from '#app/features/staff/commands/sessions.server.ts'
import { typedFields, type GivenBack } from '#app/features/staff/given-back.ts'
import { staffAddress } from '#app/features/staff/staff-address.server.ts'
import { mostScanBytes } from '#app/features/paper/schema.ts'
import { privatePage, refuse, seeOther } from './answer.server.ts'
import { readFormFields } from './form-fields.server.ts'
import type { RequestContext } from './load-context.ts'
import { readScanForm } from './scan-form.server.ts'
import { throttleGiveBack } from './throttle.server.ts'

export interface StaffRequest {
  request: Request
  context: Pick<RequestContext, 'session' | 'now' | 'network' | 'shared'>
}

const addressOf = (request: Request) => {
  const { pathname, search } = new URL(request.url)
  return staffAddress(pathname + search)
}

/** Bytes of a form given back to whoever shows no session of the last day: the longest text of the workbench, and no more. */
const mostGivenToStrangers = 192 * 1024

/**
 * Nobody is signed in, and a page of so many bytes is about to be drawn, several times as large. Whoever shows a session of the
 * last day has it; anybody else, who may have left in another tab, within limits. @throws 413, 429
 */
export async function mayHaveBack(bytes: number, { session, now, network, shared }: StaffRequest['context']) {
  if (await wasSession(session, now)) return
  if (bytes > mostGivenToStrangers) throw refuse(413)
  if (throttleGiveBack({ network, shared }, now.getTime()) > 0) throw refuse(429)
}

/** The page that gives a form back, for the layout of the back office to show. Thrown. */
const answer = (status: 401 | 403, form: GivenBack) => Response.json(form, { status, headers: privatePage })

/** Fields as `parseForm` read them, given back because this session opens no testimony. Thrown. */
export const vaultClosed = (request: Request, values: Record<string, string | string[]>) =>
  answer(403, { why: 'closed', to: addressOf(request), fields: typedFields(Object.entries(values)) })

/** A form with a scan, as it would be sent without one: its figures, and the hash of the file in the place of the file. @throws BadForm */
async function withoutScan(request: Request) {
  const { fields, scan } = await readScanForm(request, { field: 'scan', most: mostScanBytes })
  return scan.outcome === 'hashed' ? new Map([...fields, ['scanHash', [scan.sha256]] as const]) : fields
}

/**
 * Nobody is signed in. A page that was asked for leads to the entrance; a form is given back, to be sent again after entering.
 * Files are not: they are still where they were chosen; of a scan its hash is. @throws as `mayHaveBack`
 */
export async function sessionOver({ request, context }: StaffRequest): Promise<Response> {
  const type = request.headers.get('Content-Type') ?? ''
  // As large as it may be, it is read for the team alone.
  if (
    request.method === 'POST' &&
    type.startsWith('multipart/form-data') &&
    (await wasSession(context.session, context.now))
  )
    return answer(401, { why: 'over', to: addressOf(request), fields: typedFields(await withoutScan(request)) })
  const isForm = type.startsWith('application/x-www-form-urlencoded')
  if (request.method !== 'POST' || !isForm) return seeOther('/admin')
  const body = Buffer.from(await request.arrayBuffer())
  await mayHaveBack(body.length, context)
  return answer(401, { why: 'over', to: addressOf(request), fields: typedFields(readFormFields(body)) })
}
