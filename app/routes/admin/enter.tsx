import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { enterWithLink, leave } from '#app/features/staff/commands/sessions.server.ts'
import { sessionCookie } from '#app/features/staff/session-cookie.ts'
import { privatePage, seeOther } from '#app/http/answer.server.ts'
import { preferredLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { config } from '#app/infra/config.server.ts'
import adminCss from '#app/ui/admin.css?url'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { framework: true }
export const links = () => [{ rel: 'stylesheet', href: adminCss }]
export const meta = () => [{ title: 'Portevoix' }, { name: 'robots', content: 'noindex' }]

/** Inert: mail programs open links on their own. The button enters. */
export function loader({ request }: LoaderFunctionArgs) {
  return data({ locale: preferredLocale(request.headers.get('Accept-Language')) }, { headers: privatePage })
}

export async function action({ params, context }: ActionFunctionArgs) {
  const entered = await enterWithLink(params.token ?? '', context.now)
  if (entered.outcome === 'link-unknown') return data({ refused: true }, { status: 410, headers: privatePage })
  await leave(context.session, context.now)
  return seeOther('/admin', { ...privatePage, 'Set-Cookie': sessionCookie(entered.session, config().production) })
}

export default function Enter() {
  const { locale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused ?? false
  const t = translator(locale)
  return (
    <LocaleProvider locale={locale}>
      <main id="content" lang={locale}>
        <Page title={t('staff.enter.title')} lead={refused ? undefined : t('staff.enter.lead')}>
          {refused ? (
            <Notice kind="warn" role="status" title={t('staff.enter.refused')}>
              <p>{t('staff.enter.refusedWhy')}</p>
            </Notice>
          ) : (
            <Form method="post" reloadDocument>
              <Actions>
                <Button wide>{t('staff.enter.button')}</Button>
              </Actions>
            </Form>
          )}
        </Page>
      </main>
    </LocaleProvider>
  )
}
