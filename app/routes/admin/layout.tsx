import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  Form,
  isRouteErrorResponse,
  Outlet,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ComponentType, ReactNode } from 'react'
import { z } from 'zod'
import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { findSessionLeft } from '#app/features/staff/commands/sessions.server.ts'
import { givenBack } from '#app/features/staff/given-back.ts'
import { doorsOf, isBehind } from '#app/features/staff/navigation.ts'
import { SendAgain } from '#app/features/staff/ui/send-again.tsx'
import { SessionWatch } from '#app/features/staff/ui/session-watch.tsx'
import { staffAtTheDoor } from '#app/http/require-staff.server.ts'
import { preferredLocale } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { AdminLayout } from '#app/ui/admin-layout.tsx'
import adminCss from '#app/ui/admin.css?url'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { waitingCounts } from './waiting.server.ts'

export const handle = { framework: true }
export const links = () => [{ rel: 'stylesheet', href: adminCss }]
export const meta = () => [{ title: 'Portevoix' }, { name: 'robots', content: 'noindex' }]

/** Greets everyone; what is behind it asks for a session and a permission in each page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await staffAtTheDoor({ context })
  return {
    locale: actor?.locale ?? preferredLocale(request.headers.get('Accept-Language')),
    actor,
    sessionLeft: actor ? await findSessionLeft(context.session, context.now) : 0,
    waiting: actor ? await waitingCounts(actor, context.now) : {},
    demonstration: (await listCampaigns()).some((campaign) => campaign.demonstration),
  }
}

/** What a page may ask of the frame in its `handle`: `panes` for panes that scroll, `keys` for its line of keys. */
const frameShape = z.object({
  panes: z.boolean().optional(),
  keys: z.custom<ComponentType>((value) => typeof value === 'function').optional(),
})

function useFrame() {
  const shapes = useMatches().map(({ handle: asked }) => frameShape.safeParse(asked).data)
  return { panes: shapes.some((shape) => shape?.panes), Keys: shapes.findLast((shape) => shape?.keys)?.keys }
}

/** `withoutKeys`: the page itself could not be shown, and there is nothing that its keys could press. */
function Frame({ withoutKeys, children }: { withoutKeys?: boolean; children: ReactNode }) {
  const t = useT()
  const { pathname } = useLocation()
  const { panes, Keys } = useFrame()
  const found = useRouteLoaderData<typeof loader>('routes/admin/layout')
  if (!found?.actor) return <main id="content">{children}</main>
  const { actor, waiting, demonstration } = found
  return (
    <AdminLayout
      name="Portevoix"
      homeHref="/admin"
      items={doorsOf(actor).map(({ href, label }) => ({
        href,
        label: t(label),
        count: waiting[href] || undefined,
        current: isBehind(href, pathname),
      }))}
      who={<p>{t(`staff.roles.${actor.role}`)}</p>}
      signOut={
        <Form method="post" action="/admin/leave" reloadDocument>
          <Button kind="plain">{t('staff.leave')}</Button>
        </Form>
      }
      notice={demonstration ? <p>{t('site.demonstration')}</p> : undefined}
      panes={panes}
      keys={Keys && !withoutKeys && <Keys />}
    >
      <SessionWatch left={found.sessionLeft} />
      {children}
    </AdminLayout>
  )
}

export default function Layout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

const problems = [403, 404, 409, 413, 429] as const

/** An error of a page leaves the way to the others. */
export function ErrorBoundary() {
  const t = useT()
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const form = isRouteErrorResponse(error) ? givenBack.safeParse(error.data).data : undefined
  const again = form && <SendAgain form={form} />
  if (form?.why === 'closed') return <Frame withoutKeys>{again}</Frame>
  // Nobody is signed in: the frame of the page before, with its counts and its way out, is true no more.
  if (form) return <main id="content">{again}</main>
  const problem = `staff.problems.${problems.find((one) => one === status) ?? 'other'}` as const
  return (
    <Frame withoutKeys>
      <Toolbar title={t(`${problem}.title`)} />
      <Notice kind="warn">
        <p>{t(`${problem}.body`)}</p>
      </Notice>
    </Frame>
  )
}
