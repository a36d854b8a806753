import type { PrintedHead } from '#app/features/proof/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { subjectNow, type KeptSubject } from '../rules/trial.ts'
import type { MailingText } from '../schema.ts'
import { headIn, selectHead, type HeadColumns } from './head.server.ts'

/** In the archive. */
export interface Update {
  id: string
  subject: string
  body: string
  startedAt: Date
  /** When its subject was chosen, if that is another one than it began with; else as `startedAt`. */
  updatedAt: Date
  signatureCount: number | null
  /** Of the log, when it began. */
  head: PrintedHead | null
}

/** What is asked of it. */
export const inArchive = (locale: Locale) => ({
  id: true,
  startedAt: true,
  signatureCount: true,
  ...selectHead,
  texts: { where: { locale }, select: { subject: true, body: true } },
  trial: { select: { subjectFr: true, subjectEn: true, winner: true, decidedAt: true } },
})

interface Archived extends HeadColumns {
  id: string
  startedAt: Date | null
  signatureCount: number | null
  texts: MailingText[]
  trial: (KeptSubject & { decidedAt: Date | null }) | null
}

/** Under the subject that the rest of a trial got, whoever reads it. */
export function asUpdate(
  { id, texts: [text], trial, startedAt, signatureCount, ...kept }: Archived,
  locale: Locale,
): Update | null {
  if (!startedAt || !text) return null
  const subject = subjectNow(text.subject, trial, locale)
  const updatedAt = subject === text.subject ? startedAt : (trial?.decidedAt ?? startedAt)
  return { id, subject, body: text.body, startedAt, updatedAt, signatureCount, head: headIn(kept) }
}
