import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'

/** The text that a signature is bound to, and where it is read. */
export type SignedText = { version: number; publishedAt: Date; url: string }

export type ConfirmSignatureProps = {
  locale: Locale
  campaignTitle: string
  association: string
  signed: SignedText
  confirmUrl: string
  /** Two groups of digits. */
  code: readonly [string, string]
  /** The page where they are typed, for whoever closed it. */
  codeUrl: string
  notMeUrl: string
  wantsNews: boolean
  /** Somebody of the same household signed with this address before. */
  second: boolean
  appUrl: string
  /** Where they signed first, when a file of that tool brought them: they are asked once whether it holds here. */
  importedFrom?: string | null
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })

/** What is said of a signature that waits, whether for the first time or once more. */
export const nameable = ({ campaignTitle, association, appUrl }: ConfirmSignatureProps) => ({
  campaign: headerSafe(campaignTitle),
  association: headerSafe(association),
  site: new URL(appUrl).host,
})

/** The text, and the day it was published, as a sentence names them. */
export const named = (locale: Locale, { version, publishedAt }: SignedText) => ({
  version,
  day: formatDay(locale, publishedAt),
})

/** The ways to confirm, what they confirm, and the way out. */
export const waysOn = (
  { locale, signed, confirmUrl, code, codeUrl, wantsNews, notMeUrl, second }: ConfirmSignatureProps,
  t: T,
): Part[] => [
  ...(second ? [paragraph(t('emails.confirmSignature.second'))] : []),
  { kind: 'button', label: t('emails.confirmSignature.confirm'), url: confirmUrl },
  { kind: 'code', label: t('emails.confirmSignature.code'), groups: code },
  { kind: 'link', label: t('emails.confirmSignature.codePage'), url: codeUrl },
  paragraph(t('emails.confirmSignature.text', named(locale, signed))),
  { kind: 'link', label: t('emails.confirmSignature.readText', { version: signed.version }), url: signed.url },
  ...(wantsNews ? [paragraph(t('emails.confirmSignature.news'))] : []),
  paragraph(t('emails.confirmSignature.notYou')),
  { kind: 'link', label: t('emails.confirmSignature.notMe'), url: notMeUrl },
]

/** Why the letter comes: somebody signed here a moment ago, or elsewhere some time ago. */
function why(props: ConfirmSignatureProps, t: T): string {
  const values = nameable(props)
  const { importedFrom } = props
  if (importedFrom) return t('emails.imported.why', { ...values, source: headerSafe(importedFrom) })
  return t(props.second ? 'emails.confirmSignature.whySecond' : 'emails.confirmSignature.why', values)
}

/** Asks whoever reads this address to confirm a signature, by a link or by typing a code, or to say that it was not them. */
export async function confirmSignature(props: ConfirmSignatureProps, t: T): Promise<Mail> {
  const values = nameable(props)
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t('emails.confirmSignature.subject', values)),
      preview: t('emails.confirmSignature.preview'),
      association: values.association,
      title: t('emails.confirmSignature.title'),
      parts: [paragraph(why(props, t)), paragraph(t('emails.confirmSignature.notCountedYet')), ...waysOn(props, t)],
      footer: [paragraph(t('emails.confirmSignature.automatic', values))],
    },
    t,
  )
}
