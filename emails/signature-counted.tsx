import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { named, type SignedText } from './confirm-signature.tsx'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'

export type SignatureCountedProps = {
  locale: Locale
  campaignTitle: string
  association: string
  signed: SignedText
  /** The page of the log, with the receipt behind its #, which no browser sends anywhere. */
  receiptUrl: string
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })

/**
 * Tells whoever confirmed that they count, once, with the receipt to check it by. It has no link that could change anything: a
 * receipt is there to be kept and shown.
 */
export async function signatureCounted(props: SignatureCountedProps, t: T): Promise<Mail> {
  const association = headerSafe(props.association)
  const values = { campaign: headerSafe(props.campaignTitle), association }
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t('emails.signatureCounted.subject', values)),
      preview: t('emails.signatureCounted.preview'),
      association,
      title: t('emails.signatureCounted.title'),
      parts: [
        paragraph(t('emails.signatureCounted.counts', values)),
        paragraph(t('emails.signatureCounted.text', named(props.locale, props.signed))),
        { kind: 'button', label: t('emails.signatureCounted.check'), url: props.receiptUrl },
        paragraph(t('emails.signatureCounted.keep')),
        paragraph(t('emails.signatureCounted.secret')),
        paragraph(t('emails.signatureCounted.removed')),
      ],
      footer: [paragraph(t('emails.signatureCounted.automatic', values))],
    },
    t,
  )
}
