import type { LoaderFunctionArgs } from '@remix-run/node'
import { showLetter } from '#app/features/mailings/preview.server.ts'
import { findMailing } from '#app/features/mailings/queries.server.ts'
import { readerNamed } from '#app/features/mailings/rules/sample-readers.ts'
import { refuse } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { isLocale } from '#app/i18n/locale.ts'

/** The saved letter as a mail program shows it to a sample reader. Framed; its headers let it run and load nothing. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'mail')
  const mailing = await findMailing(params.id)
  if (!mailing || !isLocale(params.locale)) throw refuse(404)
  const reader = readerNamed(new URL(request.url).searchParams.get('reader'))
  const html = await showLetter(mailing, { locale: params.locale, reader })
  if (html === null) throw refuse(409)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
