import type { Locale } from '#app/i18n/locale.ts'
import { subjectNow, type KeptSubject } from '../rules/trial.ts'
import type { MailingTexts } from '../schema.ts'

/** What has to be known of a mailing to call it by its subject, in one language. */
export const subjectFields = (locale: Locale) => ({
  texts: { where: { locale }, select: { subject: true } },
  trial: { select: { subjectFr: true, subjectEn: true, winner: true } },
})

interface Found {
  texts: readonly { subject: string }[]
  trial: KeptSubject | null
}

/** The subject that a mailing is known by; empty when it has none. */
export const subjectIn = ({ texts: [text], trial }: Found, locale: Locale): string =>
  subjectNow(text?.subject ?? '', trial, locale)

/** Its texts as everybody reads them: under the subject that the rest got. */
export const textsNow = ({
  texts: { fr, en },
  trial,
}: {
  texts: MailingTexts
  trial: KeptSubject | null
}): MailingTexts => ({
  fr: { ...fr, subject: subjectNow(fr.subject, trial, 'fr') },
  en: { ...en, subject: subjectNow(en.subject, trial, 'en') },
})
