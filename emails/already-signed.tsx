import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { named, type SignedText } from './confirm-signature.tsx'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'

export type AlreadySignedProps = {
  locale: Locale
  campaignTitle: string
  association: string
  campaignUrl: string
  signed: SignedText
  notMeUrl: string
  /** Set when this time news were asked for: the page that turns them on. */
  confirmNewsUrl: string | null
}

/** Tells the owner of an address, and nobody else, that they had confirmed before. True of one that is under review or struck out as well. */
export async function alreadySigned(props: AlreadySignedProps, t: T): Promise<Mail> {
  const association = headerSafe(props.association)
  const values = { campaign: headerSafe(props.campaignTitle), association }
  const news: Part[] =
    props.confirmNewsUrl === null
      ? []
      : [
          { kind: 'paragraph', text: t('emails.alreadySigned.news') },
          { kind: 'button', label: t('emails.alreadySigned.confirmNews'), url: props.confirmNewsUrl },
        ]
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t('emails.alreadySigned.subject', values)),
      preview: t('emails.alreadySigned.preview'),
      association,
      title: t('emails.alreadySigned.title'),
      parts: [
        { kind: 'paragraph', text: t('emails.alreadySigned.why', values) },
        { kind: 'paragraph', text: t('emails.alreadySigned.recordedOnce') },
        { kind: 'paragraph', text: t('emails.alreadySigned.text', named(props.locale, props.signed)) },
        {
          kind: 'link',
          label: t('emails.confirmSignature.readText', { version: props.signed.version }),
          url: props.signed.url,
        },
        ...news,
        { kind: 'link', label: t('emails.alreadySigned.seeCampaign'), url: props.campaignUrl },
        { kind: 'paragraph', text: t('emails.alreadySigned.takeBack') },
        { kind: 'link', label: t('emails.alreadySigned.takeBackLink'), url: props.notMeUrl },
      ],
      footer: [{ kind: 'paragraph', text: t('emails.alreadySigned.automatic') }],
    },
    t,
  )
}
