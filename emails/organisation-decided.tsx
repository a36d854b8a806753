import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'

export type OrganisationDecidedProps = {
  locale: Locale
  campaignTitle: string
  association: string
  listUrl: string
  /** Why not, in words; `null` when the organisation is shown. */
  refusal: string | null
}

/** Tells a representative what the team decided, and why when it is no. */
export async function organisationDecided(props: OrganisationDecidedProps, t: T): Promise<Mail> {
  const association = headerSafe(props.association)
  const { refusal } = props
  const values = { campaign: headerSafe(props.campaignTitle), association, reason: refusal ?? '' }
  const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
  const words = refusal === null ? 'emails.organisationShown' : 'emails.organisationRefused'
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t(`${words}.subject`, values)),
      preview: t(`${words}.preview`),
      association,
      title: t(`${words}.title`),
      parts: [
        paragraph(t(`${words}.what`, values)),
        paragraph(t(`${words}.next`, values)),
        { kind: 'link', label: t('emails.organisationShown.list'), url: props.listUrl },
      ],
      footer: [paragraph(t('emails.organisationShown.automatic', values))],
    },
    t,
  )
}
