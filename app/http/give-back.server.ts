import { staffAddress, typedFields, type GivenBack } from '#app/features/staff/given-back.ts'
import { privatePage, seeOther } from './answer.server.ts'
import { readFormFields } from './form-fields.server.ts'

const addressOf = (request: Request) => {
  const { pathname, search } = new URL(request.url)
  return staffAddress(pathname + search)
}

/** The page that gives a form back, for the layout of the back office to show. Thrown. */
const answer = (status: 401 | 403, form: GivenBack) => Response.json(form, { status, headers: privatePage })

/** Fields as `parseForm` read them, given back because this session opens no testimony. Thrown. */
export const vaultClosed = (request: Request, values: Record<string, string | string[]>) =>
  answer(403, { why: 'closed', to: addressOf(request), fields: typedFields(Object.entries(values)) })

/**
 * Nobody is signed in. A page that was asked for leads to the entrance; a form is given back, to be sent again after entering.
 * Files are not: they are still where they were chosen.
 */
export async function sessionOver(request: Request): Promise<Response> {
  const isForm = request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false
  if (request.method !== 'POST' || !isForm) return seeOther('/admin')
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  return answer(401, { why: 'over', to: addressOf(request), fields: typedFields(fields) })
}
