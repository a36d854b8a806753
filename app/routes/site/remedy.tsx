import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { findLetter } from '#app/features/remedies/queries/letters.server.ts'
import { isAnswerable } from '#app/features/remedies/barometer/report.ts'
import { hasPaths } from '#app/features/remedies/queries/paths.server.ts'
import { AwayPage } from '#app/features/remedies/ui/away-page.tsx'
import { BarometerLink } from '#app/features/remedies/ui/barometer-link.tsx'
import { LetterPage } from '#app/features/remedies/ui/letter-page.tsx'
import { isSheetSlug } from '#app/features/sheets/schema.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const { letter, locale, campaign } = shown
  const title = letter.found === 'current' ? letter.sheet.content[locale].title : letter.title
  return [{ title: `${title} · ${campaign.title}` }]
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const slug = params.letter ?? ''
  if (!isSheetSlug(slug)) throw refuse(404)
  const today = parisDay(context.now)
  const [text, letter, calculator] = await Promise.all([
    findText(campaign.id, locale),
    findLetter(campaign.id, { slug, locale, today }),
    hasPaths(campaign.id, today),
  ])
  if (!letter) throw refuse(404)
  const shown = { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug) }
  return data({ locale, campaign: shown, letter, calculator }, { headers: publicPage })
}

export default function Remedy() {
  const { campaign, letter, calculator, locale } = useLoaderData<typeof loader>()
  return letter.found === 'expired' ? (
    <AwayPage campaign={campaign} {...letter} />
  ) : (
    <LetterPage
      campaign={campaign}
      calculator={calculator}
      {...letter}
      answers={
        isAnswerable(letter.sheet.content.code) && <BarometerLink campaignPath={`/${locale}/${campaign.slug}`} />
      }
    />
  )
}
