import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, writeLetter } from './letter.tsx'

export type ConfirmOrganisationProps = {
  locale: Locale
  campaignTitle: string
  association: string
  confirmUrl: string
  notMeUrl: string
  appUrl: string
}

/** Asks whoever reads this address whether they speak for an organisation. Names nobody: anybody could have sent the form. */
export async function confirmOrganisation(props: ConfirmOrganisationProps, t: T): Promise<Mail> {
  const association = headerSafe(props.association)
  const values = { campaign: headerSafe(props.campaignTitle), association, site: new URL(props.appUrl).host }
  const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t('emails.confirmOrganisation.subject', values)),
      preview: t('emails.confirmOrganisation.preview'),
      association,
      title: t('emails.confirmOrganisation.title'),
      parts: [
        paragraph(t('emails.confirmOrganisation.why', values)),
        paragraph(t('emails.confirmOrganisation.notShownYet')),
        { kind: 'button', label: t('emails.confirmOrganisation.confirm'), url: props.confirmUrl },
        paragraph(t('emails.confirmOrganisation.notYou')),
        { kind: 'link', label: t('emails.confirmOrganisation.notMe'), url: props.notMeUrl },
      ],
      footer: [paragraph(t('emails.confirmOrganisation.automatic', values))],
    },
    t,
  )
}
