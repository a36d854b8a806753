import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { refuse } from '#app/http/answer.server.ts'
import { isLocale } from '#app/i18n/locale.ts'

/** A link of a letter that was cut right before its token: to the page that sends a whole one. */
export function loader({ params }: LoaderFunctionArgs) {
  if (!isLocale(params.locale)) throw refuse(404)
  return redirect(`/${params.locale}/unsubscribe`)
}
