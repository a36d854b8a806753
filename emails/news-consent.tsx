import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'

export type NewsConsentProps = {
  locale: Locale
  campaignTitle: string
  association: string
  /** Where they asked for news, as they know it. */
  source: string
  /** A page that asks for one gesture; opening it changes nothing. */
  yesUrl: string
  unsubscribeUrl: string
  campaignUrl: string
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })

/** Asks once whoever wanted news elsewhere whether they want them from here. Without an answer nothing more comes. */
export async function newsConsent(props: NewsConsentProps, t: T): Promise<Mail> {
  const association = headerSafe(props.association)
  const values = { campaign: headerSafe(props.campaignTitle), association, source: headerSafe(props.source) }
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t('emails.newsConsent.subject', values)),
      preview: t('emails.newsConsent.preview'),
      association,
      title: t('emails.newsConsent.title'),
      parts: [
        paragraph(t('emails.newsConsent.why', values)),
        { kind: 'button', label: t('emails.newsConsent.yes'), url: props.yesUrl },
        paragraph(t('emails.newsConsent.otherwise')),
      ],
      footer: [
        { kind: 'link', label: t('emails.newsConsent.no'), url: props.unsubscribeUrl },
        { kind: 'link', label: t('emails.campaignUpdate.seeCampaign'), url: props.campaignUrl },
        paragraph(t('emails.campaignUpdate.noTracking')),
      ],
    },
    t,
  )
}
