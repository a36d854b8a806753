import { createReadableStreamFromReadable } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { drawBadge } from '#app/features/embeds/badge.server.ts'
import { findEmbedded, picturedOf } from '#app/features/embeds/embedded.server.ts'
import { keptShareImage } from '#app/features/embeds/kept-image.server.ts'
import { pressArchive } from '#app/features/press/archive.server.ts'
import { pressFigures, pressTexts } from '#app/features/press/queries/press-kit.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { locales } from '#app/i18n/locale.ts'

/** The picture to share and the badge, in both languages. */
async function picturesOf(slug: string, now: Date) {
  const all = await Promise.all(
    locales.map(async (locale) => {
      const embedded = await findEmbedded(slug, locale, now)
      if (!embedded) return []
      const pictured = picturedOf(embedded)
      return [
        { name: `images/${slug}-${locale}.png`, body: new Uint8Array(await keptShareImage(pictured, now)) },
        { name: `images/${slug}-${locale}.svg`, body: drawBadge(pictured) },
      ]
    }),
  )
  return all.flat()
}

/** The press kit in one file: texts in both languages, figures, pictures. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { campaign } = await addressedCampaign(params)
  const { id, slug } = campaign
  const day = parisDay(context.now)
  const kit = await pressTexts(id, day)
  if (!kit) throw refuse(404)
  const [fr, en, figures, pictures] = await Promise.all([
    findText(id, 'fr'),
    findText(id, 'en'),
    pressFigures(campaign),
    picturesOf(slug, context.now),
  ])
  const archive = pressArchive({
    titles: { fr: plainTitle(fr?.title ?? slug), en: plainTitle(en?.title ?? slug) },
    texts: kit.texts.current.map(({ content }) => content),
    figures,
    addressOf: (locale) => publicUrl(`/${locale}/${slug}`),
    pictures,
    day,
  })
  return new Response(createReadableStreamFromReadable(archive), {
    headers: {
      ...publicPage,
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${slug}-press-${day}.zip"`,
    },
  })
}
