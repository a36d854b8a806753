import type { FormFields } from './form-fields.server.ts'

export type RefusalStatus = 400 | 403 | 404 | 405 | 413 | 415 | 421 | 429 | 500 | 503

/** The request ends here with this status and its page. `typed` is shown again: nothing a person typed is lost. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(
    readonly status: RefusalStatus,
    readonly typed: FormFields | null = null,
    /** Seconds; the usual ones of the status when not given. */
    readonly retryAfter?: number,
  ) {
    super(String(status))
  }
}

/** Something broke after a form was read. Says why as its cause, and keeps what was typed. */
export class Interrupted extends Error {
  override name = 'Interrupted'
  constructor(
    readonly typed: FormFields,
    override readonly cause: unknown,
  ) {
    super('interrupted')
  }
}
