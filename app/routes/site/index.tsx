import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { preferredLocale } from '#app/i18n/locale.ts'

export const loader = ({ request }: LoaderFunctionArgs) =>
  redirect(`/${preferredLocale(request.headers.get('accept-language'))}`, {
    status: 302,
    headers: { Vary: 'Accept-Language' },
  })
