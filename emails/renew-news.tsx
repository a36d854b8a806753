import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'

export type RenewNewsProps = {
  locale: Locale
  campaignTitle: string
  association: string
  /** The second and last one. */
  reminds: boolean
  /** Asks; opening it changes nothing. */
  answerUrl: string
  unsubscribeUrl: string
  campaignUrl: string
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })

/** Asks once a year whether news are still wanted: nobody looks whether letters are opened, so that only an answer says it. */
export async function renewNews(props: RenewNewsProps, t: T): Promise<Mail> {
  const association = headerSafe(props.association)
  const values = { campaign: headerSafe(props.campaignTitle), association }
  const which = props.reminds ? 'reminder' : 'first'
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t(`emails.renewNews.${which}.subject`, values)),
      preview: t('emails.renewNews.preview'),
      association,
      title: t(`emails.renewNews.${which}.title`),
      parts: [
        paragraph(t('emails.renewNews.asked', values)),
        paragraph(t('emails.renewNews.why')),
        { kind: 'button', label: t('emails.renewNews.answer'), url: props.answerUrl },
        paragraph(t('emails.renewNews.choices')),
        paragraph(t(`emails.renewNews.${which}.silence`)),
        paragraph(t('emails.renewNews.kept')),
      ],
      footer: [
        paragraph(t('emails.campaignUpdate.why', values)),
        { kind: 'link', label: t('emails.campaignUpdate.unsubscribe'), url: props.unsubscribeUrl },
        { kind: 'link', label: t('emails.campaignUpdate.seeCampaign'), url: props.campaignUrl },
        paragraph(t('emails.campaignUpdate.noTracking')),
      ],
    },
    t,
  )
}
