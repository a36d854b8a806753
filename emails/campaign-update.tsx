import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'
import type { RenderedMarkdown } from './markdown.ts'

export type CampaignUpdateProps = {
  locale: Locale
  campaignTitle: string
  association: string
  subject: string
  /** A campaigner's text, its slots filled. */
  body: RenderedMarkdown
  /** This and the next are the only addresses that differ between two readers. */
  unsubscribeUrl: string
  preferencesUrl: string
  archiveUrl: string
  campaignUrl: string
  /** Of the public log when the letter began, the same for everyone; the page that the link opens compares it with the log of then. */
  head?: { size: number; root: string; counted: number; startedAt: Date; url: string } | null
  /** That links to our site carry while two subjects are tried: its reader is told. */
  mark?: string | null
}

/** The head of the log, for whoever compares it one day. */
function headParts({ locale, head }: CampaignUpdateProps, t: T): Part[] {
  if (!head) return []
  const [size, counted] = [formatNumber(locale, head.size), formatNumber(locale, head.counted)]
  const values = { count: head.counted, counted, size, root: head.root, day: formatDay(locale, head.startedAt) }
  return [
    { kind: 'paragraph', text: t('emails.campaignUpdate.head', values) },
    { kind: 'link', label: t('emails.campaignUpdate.checkHead'), url: head.url },
  ]
}

/**
 * News for those who asked. Written once per language: an `unsubscribeUrl` that ends in a placeholder
 * made of letters and underscores stays whole in both versions, to be replaced for each reader.
 */
export async function campaignUpdate(props: CampaignUpdateProps, t: T): Promise<Mail> {
  const { mark } = props
  const subject = headerSafe(props.subject)
  const association = headerSafe(props.association)
  const values = { campaign: headerSafe(props.campaignTitle), association }
  return writeLetter(
    {
      locale: props.locale,
      subject,
      preview: t('emails.campaignUpdate.preview', values),
      association,
      title: subject,
      parts: [{ kind: 'body', body: props.body }],
      footer: [
        { kind: 'paragraph', text: t('emails.campaignUpdate.why', values) },
        { kind: 'link', label: t('emails.campaignUpdate.unsubscribe'), url: props.unsubscribeUrl },
        { kind: 'link', label: t('emails.campaignUpdate.preferences'), url: props.preferencesUrl },
        { kind: 'link', label: t('emails.campaignUpdate.readOnSite'), url: props.archiveUrl },
        { kind: 'link', label: t('emails.campaignUpdate.seeCampaign'), url: props.campaignUrl },
        ...headParts(props, t),
        {
          kind: 'paragraph',
          text: mark ? t('emails.campaignUpdate.marked', { mark }) : t('emails.campaignUpdate.noTracking'),
        },
      ],
    },
    t,
  )
}
