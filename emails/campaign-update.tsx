import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, writeLetter } from './letter.tsx'
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
  /** That links to our site carry while two subjects are tried: its reader is told. */
  mark?: string | null
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
        {
          kind: 'paragraph',
          text: mark ? t('emails.campaignUpdate.marked', { mark }) : t('emails.campaignUpdate.noTracking'),
        },
      ],
    },
    t,
  )
}
