import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'

export type NewsLinkProps = {
  locale: Locale
  campaignTitle: string
  association: string
  /** To choose, for this campaign or all of the site; opening it changes nothing. */
  preferencesUrl: string
  unsubscribeUrl: string
  campaignUrl: string
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })

/** For whoever asked for a link because the one in an earlier letter was cut or lost. */
export async function newsLink(props: NewsLinkProps, t: T): Promise<Mail> {
  const association = headerSafe(props.association)
  const values = { campaign: headerSafe(props.campaignTitle), association }
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t('emails.newsLink.subject', values)),
      preview: t('emails.newsLink.preview'),
      association,
      title: t('emails.newsLink.title'),
      parts: [
        paragraph(t('emails.newsLink.asked', values)),
        { kind: 'button', label: t('emails.newsLink.choose'), url: props.preferencesUrl },
        paragraph(t('emails.newsLink.choices')),
        paragraph(t('emails.newsLink.notYou')),
      ],
      footer: [
        { kind: 'link', label: t('emails.campaignUpdate.unsubscribe'), url: props.unsubscribeUrl },
        { kind: 'link', label: t('emails.campaignUpdate.seeCampaign'), url: props.campaignUrl },
        paragraph(t('emails.campaignUpdate.noTracking')),
      ],
    },
    t,
  )
}
