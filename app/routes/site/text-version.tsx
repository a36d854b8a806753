import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findTextWithNeighbours } from '#app/features/campaigns/queries/texts.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { textChanges } from '#app/features/campaigns/text-changes.ts'
import { typedOf } from '#app/features/campaigns/text-form.ts'
import { hashedForm } from '#app/features/campaigns/text-hash.server.ts'
import { OneVersion } from '#app/features/campaigns/ui/one-version.tsx'
import { textsCounted } from '#app/features/signatures/queries/texts-counted.server.ts'
import { signedBy } from '#app/features/signatures/signed-by.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { translator } from '#app/i18n/t.ts'
import { renderMarkdown } from '#emails/markdown.ts'

/** One spelling per version: `7`, not `07`. */
const isNumber = /^[1-9]\d{0,5}$/

export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const version = isNumber.test(params.version ?? '') ? Number(params.version) : 0
  const found = await findTextWithNeighbours(campaign.id, { locale, version })
  if (!found) throw refuse(404)
  const { text, before, current } = found
  const { title, addressee, ask, demands, consent, note, hash, publishedAt } = text
  const shown = {
    version,
    current,
    publishedAt,
    addressee,
    ask,
    demands,
    consent,
    note,
    hash,
    title: plainTitle(title),
    bodyHtml: renderMarkdown(text.body).siteHtml,
    hashed: hashedForm(text),
    changes: before && textChanges(typedOf(before), typedOf(text)),
    signed: signedBy(await textsCounted(campaign.id, current), version),
  }
  return data({ locale, campaign: { slug: campaign.slug }, text: shown }, { headers: publicPage })
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const { version, title } = shown.text
  return [{ title: `${translator(shown.locale)('campaigns.texts.version', { version })} – ${title}` }]
}

export default function TextVersion() {
  return <OneVersion {...useLoaderData<typeof loader>()} />
}
