import type { LoaderFunctionArgs } from '@remix-run/node'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { textHash } from '#app/features/campaigns/text-hash.server.ts'
import { findPaperAddress } from '#app/features/paper/queries.server.ts'
import { keptSheet } from '#app/features/paper/sheet/kept-sheet.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'

/** The sheet to print, of the version shown now. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, address] = await Promise.all([findText(campaign.id, locale), findPaperAddress(campaign.id)])
  if (!text) throw refuse(404)
  const { version, publishedAt, title, addressee, ask, demands, body, consent } = text
  const pdf = await keptSheet({
    locale,
    version,
    publishedAt,
    title,
    addressee,
    ask,
    demands,
    body,
    consent,
    address,
    association: campaign.association,
    hash: textHash(text).toString('hex'),
    textUrl: publicUrl(`/${locale}/${campaign.slug}/texts/${version}`),
    privacyUrl: publicUrl(`/${locale}/privacy`),
  })
  const name = `${campaign.slug}-${locale}-v${version}.pdf`
  return new Response(new Uint8Array(pdf), {
    headers: { ...publicPage, 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` },
  })
}
