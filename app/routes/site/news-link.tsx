import {
  data,
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askNewsLink } from '#app/features/mailings/commands/ask-news-link.server.ts'
import { newsLinkForm } from '#app/features/mailings/rules/preferences.ts'
import { NewsLinkPage } from '#app/features/mailings/ui/news-link-page.tsx'
import { invalid, privatePage, publicPage, refuse, seeOther } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { formValues, parseFields } from '#app/http/parse-form.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { emptyForm } from '#app/ui/form-answers.ts'

export function loader({ params, request }: LoaderFunctionArgs) {
  if (!isLocale(params.locale)) throw refuse(404)
  const sent = new URL(request.url).searchParams.has('sent')
  return data({ locale: params.locale, sent }, { headers: publicPage })
}

/** The same answer whoever the address is of, and whether it gets news or not. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  if (!isLocale(params.locale)) throw refuse(404)
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  if (context.throttled) {
    const errors = { form: 'mailings.newsLink.tooMany' } as const
    return data({ values: formValues(fields), errors }, { status: 429, headers: privatePage })
  }
  const form = parseFields(fields, { schema: newsLinkForm })
  if (!form.ok) return invalid(form)
  await askNewsLink(form.value.email, context.now)
  return seeOther(`/${params.locale}/unsubscribe?sent=1`)
}

export const headers = ({ loaderHeaders, actionHeaders, errorHeaders }: HeadersArgs) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders)

export const meta = ({ data: shown }: MetaArgs<typeof loader>) =>
  shown ? [{ title: translator(shown.locale)('mailings.newsLink.title') }, { name: 'robots', content: 'noindex' }] : []

export default function NewsLink() {
  const { sent } = useLoaderData<typeof loader>()
  return <NewsLinkPage why={sent ? 'sent' : 'asked'} typed={useActionData<typeof action>() ?? emptyForm} />
}
