import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useParams,
  useRouteLoaderData,
} from '@remix-run/react'
import frameUrl from 'virtual:enhance/frame'
import enhanceUrl from 'virtual:enhance/site'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { readLocale } from './features/embeds/rules/options.ts'
import { ShareHead } from './features/embeds/ui/share-head.tsx'
import { isLocale, type Locale } from './i18n/locale.ts'
import { LocaleProvider } from './i18n/use-t.tsx'
import { ProblemPage } from './routes/problem.tsx'
import { useNonce } from './ui/nonce.tsx'
import siteCss from './ui/site.css?url'

const handleShape = z.object({ framework: z.boolean().optional() })
const localeShape = z.object({ locale: z.enum(['fr', 'en']) })

/** A page made for frames of other sites: it opens every link beside them, and has a smaller script. */
const isFrame = (pathname: string) => pathname.startsWith('/embed/')

/** The language of the address; in the back office, the one its layout's loader says. */
function usePageLocale(): Locale {
  const { locale } = useParams()
  const { pathname, search } = useLocation()
  const admin = localeShape.safeParse(useRouteLoaderData('routes/admin/layout'))
  if (isLocale(locale)) return locale
  if (isFrame(pathname)) return readLocale(new URLSearchParams(search))
  return admin.success ? admin.data.locale : 'fr'
}

/** Public pages ship no framework runtime; a route that needs it says `handle = { framework: true }`. */
function useFramework(): boolean {
  return useMatches().some(({ handle }) => handleShape.safeParse(handle).data?.framework ?? false)
}

export const meta = () => [{ title: 'Portevoix' }]

export function Layout({ children }: { children: ReactNode }) {
  const locale = usePageLocale()
  const framework = useFramework()
  const nonce = useNonce()
  const { pathname } = useLocation()
  const isPublic = !pathname.startsWith('/admin')
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        {isFrame(pathname) && <base target="_blank" />}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <ShareHead pathname={pathname} told={useRouteLoaderData('routes/site/layout')} />
        <Links />
        {isPublic && <PageScript pathname={pathname} />}
      </head>
      <body>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
        {framework ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  )
}

/** The frame's is no module: a locked frame could not load one. */
const PageScript = ({ pathname }: { pathname: string }) =>
  isFrame(pathname) ? <script defer src={frameUrl} /> : <script type="module" src={enhanceUrl} />

export default function Root() {
  return <Outlet />
}

/** Errors of public pages and of addresses that do not exist. The title says so; the site's stylesheet may not be linked by the route that failed. */
export function ErrorBoundary() {
  return (
    <>
      <link rel="stylesheet" href={siteCss} />
      <ProblemPage />
    </>
  )
}
