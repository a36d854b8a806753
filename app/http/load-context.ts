import type { FormFiles } from './multipart.server.ts'

/** What the front door hands to every route. */
export interface RequestContext {
  /** For the scripts of the back office; public pages have none to allow. */
  nonce: string
  now: Date
  /** The visitor's network under today's salt, for limits only; `null` when there is none to tell apart (loopback). */
  network: string | null
  /** Many people share that network: it says nothing about one of them. */
  shared: boolean
  /** This network has done enough for now: answer 429, keep what was typed. */
  throttled: boolean
  /** The signed-in session's secret, from the cookie; public routes never look at it. */
  session: string | null
  /** What a public form with files sent, by field, in their order; parsed by the front door. */
  files?: FormFiles | undefined
  /** The form was too large to be read whole: what stood before its files is here, and no file. */
  cutOff?: boolean | undefined
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
}
