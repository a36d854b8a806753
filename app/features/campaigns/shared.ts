import type { T } from '#app/i18n/t.ts'
import type { Shared } from '#app/ui/share-links.tsx'

/** A campaign in the words in which it is passed on: what it is, where to read it, no pressure. */
export function sharedCampaign(t: T, { title, url }: { title: string; url: string }): Shared {
  return {
    url,
    text: t('campaigns.share.text', { title }),
    mail: { subject: t('campaigns.share.subject', { title }), body: t('campaigns.share.mail', { title, url }) },
  }
}
