import { data, redirect } from '@remix-run/node'
import type { RefusedForm } from './parse-form.server.ts'

/** For pages anyone may keep. Browsers ask again each time (the count moves), proxies after five seconds, our own page cache in its own way. */
export const publicPage = { 'Cache-Control': 'public, max-age=0, s-maxage=5, must-revalidate' }
/** For pages that are one person's. */
export const privatePage = { 'Cache-Control': 'no-store' }

/** 303: the form is done, go and look. A reload does not send it again. */
export const seeOther = (path: string, headers: HeadersInit = privatePage) => redirect(path, { status: 303, headers })

/** 422 with what was typed and what is wrong with it. */
export const invalid = ({ values, errors }: RefusedForm) =>
  data({ values, errors }, { status: 422, headers: privatePage })

/** Ends the request with an error page. Thrown, so that a route's types stay those of its success. */
export const refuse = (status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 429) =>
  new Response(null, { status, headers: privatePage })
