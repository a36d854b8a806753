import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, writeLetter } from './letter.tsx'

export type ConfirmSignatureProps = {
  locale: Locale
  campaignTitle: string
  association: string
  confirmUrl: string
  wantsNews: boolean
  appUrl: string
}

/** Asks whoever reads this address to confirm a signature. Its only link is the one that confirms. */
export async function confirmSignature(props: ConfirmSignatureProps, t: T): Promise<Mail> {
  const association = headerSafe(props.association)
  const values = { campaign: headerSafe(props.campaignTitle), association, site: new URL(props.appUrl).host }
  const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t('emails.confirmSignature.subject', values)),
      preview: t('emails.confirmSignature.preview'),
      association,
      title: t('emails.confirmSignature.title'),
      parts: [
        paragraph(t('emails.confirmSignature.why', values)),
        paragraph(t('emails.confirmSignature.notCountedYet')),
        { kind: 'button', label: t('emails.confirmSignature.confirm'), url: props.confirmUrl },
        ...(props.wantsNews ? [paragraph(t('emails.confirmSignature.news'))] : []),
        paragraph(t('emails.confirmSignature.notYou')),
      ],
      footer: [paragraph(t('emails.confirmSignature.automatic', values))],
    },
    t,
  )
}
