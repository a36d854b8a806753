import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from './i18n/locale.ts'
import { translator } from './i18n/t.ts'
import { LocaleProvider } from './i18n/use-t.tsx'
import { log } from './infra/log/log.server.ts'
import { ProblemLayout } from './routes/problem.tsx'
import { NonceProvider } from './ui/nonce.tsx'
import siteCss from './ui/site.css?url'

export const streamTimeout = 10_000

/** Renders a page whole before it is sent: pages are small, and a status must be known before the first byte. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={context.nonce}>
        <RemixServer context={entry} url={request.url} nonce={context.nonce} />
      </NonceProvider>,
      {
        nonce: context.nonce,
        onAllReady() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }))
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          failed = true
          log.error('page failed to render', { error })
        },
      },
    )
    setTimeout(abort, streamTimeout).unref()
  })
}

/** Remix calls this for every error a loader or action throws; a visitor who left is not one. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) log.error('request failed', { method: request.method, error })
}

/** The page of an error that happened before any route, for the front door. */
export function renderProblem({ status, locale, typed }: { status: number; locale: Locale; typed: string[] }): string {
  const page = renderToStaticMarkup(
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{translator(locale)('site.problem.kicker', { status })}</title>
        <link rel="stylesheet" href={siteCss} />
      </head>
      <body>
        <LocaleProvider locale={locale}>
          <ProblemLayout status={status} typed={typed} />
        </LocaleProvider>
      </body>
    </html>,
  )
  return `<!doctype html>${page}`
}
