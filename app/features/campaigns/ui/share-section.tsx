import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ShareLinks } from '#app/ui/share-links.tsx'
import { sharedCampaign } from '../shared.ts'

interface ShareSectionProps {
  campaign: { slug: string; title: string }
  url: string
  heading?: string
  mastodon?: { typed?: string; error?: string }
}

/** Every way to pass a campaign on, on any page that has come to its end. */
export function ShareSection({ campaign: { slug, title }, url, heading, mastodon }: ShareSectionProps) {
  const t = useT()
  const path = `/${useLocale()}/${slug}`
  return (
    <>
      <ShareLinks
        title={heading ?? t('campaigns.share.title')}
        shared={sharedCampaign(t, { title, url })}
        mastodonAction={`${path}/share`}
        mastodon={mastodon}
      />
      <p>
        <a href={`${path}/poster`}>{t('campaigns.share.poster')}</a>
      </p>
    </>
  )
}
