import { z } from 'zod'
import { otherLocale } from '#app/i18n/locale.ts'
import { shareImageSize } from '../rules/options.ts'
import { isCampaignPage, isShared, shareHeadShape, type ShareHeadData } from '../rules/share-head.ts'

const shape = z.object({ share: shareHeadShape })

interface ShareHeadProps {
  pathname: string
  /** What the layout of the public pages found out; nothing on others. */
  told: unknown
}

/** The picture, and on the campaign's page its words, for those that show a link (https://ogp.me) or a frame (https://oembed.com). */
export function ShareHead({ pathname, told }: ShareHeadProps) {
  const found = shape.safeParse(told)
  if (!found.success || !isShared(pathname)) return null
  const { share } = found.data
  const image = `${share.site}/og/${share.slug}.png?locale=${share.locale}`
  return (
    <>
      {isCampaignPage(pathname) && <CampaignHead {...share} />}
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(shareImageSize.width)} />
      <meta property="og:image:height" content={String(shareImageSize.height)} />
      <meta property="og:image:alt" content={share.imageAlt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

const openGraphLocale = { fr: 'fr_FR', en: 'en_GB' } as const

function CampaignHead({ site, slug, locale, title, description, association }: ShareHeadData) {
  const url = `${site}/${locale}/${slug}`
  const asked = `${site}/oembed?url=${encodeURIComponent(url)}`
  return (
    <>
      <link rel="alternate" type="application/json+oembed" href={asked} title={title} />
      <link rel="alternate" type="text/xml+oembed" href={`${asked}&format=xml`} title={title} />
      <meta property="og:type" content="website" />
      <meta property="og:url" content={url} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:site_name" content={association} />
      <meta property="og:locale" content={openGraphLocale[locale]} />
      <meta property="og:locale:alternate" content={openGraphLocale[otherLocale(locale)]} />
    </>
  )
}
