import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { leave } from '#app/features/staff/commands/sessions.server.ts'
import { sessionCookie } from '#app/features/staff/session-cookie.ts'
import { privatePage, seeOther } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { config } from '#app/infra/config.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'enter')
  return seeOther('/admin')
}

/** Leaving asks for nothing: a session that is already over leaves its cookie behind all the same. */
export async function action({ context }: ActionFunctionArgs) {
  await leave(context.session, context.now)
  return seeOther('/admin', { ...privatePage, 'Set-Cookie': sessionCookie(null, config().production) })
}

export default function Page() {
  return null
}
