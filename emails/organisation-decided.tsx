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
  const answer = refusal === null ? 'shown' : 'refused'
  return writeLetter(
    {
      locale: props.locale,
      subject: headerSafe(t(`emails.organisationDecided.${answer}.subject`, values)),
      preview: t(`emails.organisationDecided.${answer}.preview`),
      association,
      title: t(`emails.organisationDecided.${answer}.title`),
      parts: [
        paragraph(t(`emails.organisationDecided.${answer}.what`, values)),
        paragraph(t(`emails.organisationDecided.${answer}.next`, values)),
        { kind: 'link', label: t('emails.organisationDecided.list'), url: props.listUrl },
      ],
      footer: [paragraph(t('emails.organisationDecided.automatic', values))],
    },
    t,
  )
}
