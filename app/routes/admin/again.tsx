import { data, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { enterWithLink, leave } from '#app/features/staff/commands/sessions.server.ts'
import { ownFields, pastedSecret, typedFields } from '#app/features/staff/given-back.ts'
import { staffAddress } from '#app/features/staff/staff-address.server.ts'
import { sessionCookie } from '#app/features/staff/session-cookie.ts'
import { SendAgain } from '#app/features/staff/ui/send-again.tsx'
import { privatePage } from '#app/http/answer.server.ts'
import { mostFields, readFormFields } from '#app/http/form-fields.server.ts'
import { mayHaveBack } from '#app/http/give-back.server.ts'
import { staffAtTheDoor } from '#app/http/require-staff.server.ts'
import { config } from '#app/infra/config.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('staff.again.headTitle')

/** 307: the browser sends the very same form once more, to where it was going. */
const onwards = (to: string, headers: Record<string, string> = {}) =>
  new Response(null, { status: 307, headers: { ...privatePage, ...headers, Location: to } })

/**
 * Takes a form that was given back: enters with the link that was pasted, or finds that somebody has entered in another tab,
 * and sends it on. Whoever is not in yet has it back again. It takes no step itself.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const body = Buffer.from(await request.arrayBuffer())
  const sent = readFormFields(body, mostFields.again)
  const to = staffAddress(sent.get(ownFields.to)?.[0] ?? '')
  const secret = pastedSecret(sent.get(ownFields.link)?.[0] ?? '')
  const back = async (why: 'link' | 'out') => {
    await mayHaveBack(body.length, context)
    return data({ why, to, fields: typedFields(sent) }, { status: why === 'link' ? 410 : 401, headers: privatePage })
  }
  if (secret === null) return (await staffAtTheDoor({ context })) ? onwards(to) : back('out')
  const entered = await enterWithLink(secret, context.now)
  if (entered.outcome === 'link-unknown') return back('link')
  await leave(context.session, context.now)
  return onwards(to, { 'Set-Cookie': sessionCookie(entered.session, config().production) })
}

/** It has no loader that leads away: the answer to a form that is given back is this page, whoever is in. */
export default function Again() {
  const form = useActionData<typeof action>()
  const t = useT()
  return form ? <SendAgain form={form} /> : <Page title={<a href="/admin">{t('staff.signIn.title')}</a>} />
}
