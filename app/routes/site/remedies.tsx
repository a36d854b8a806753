import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { answerableLettersOf } from '#app/features/remedies/queries/answerable-letters.server.ts'
import { listLetters } from '#app/features/remedies/queries/letters.server.ts'
import { findTree, hasPaths } from '#app/features/remedies/queries/paths.server.ts'
import { BarometerLink } from '#app/features/remedies/ui/barometer-link.tsx'
import { CalculatorLink } from '#app/features/remedies/ui/calculator-link.tsx'
import { DecisionTree } from '#app/features/remedies/ui/decision-tree.tsx'
import { RemediesPage } from '#app/features/remedies/ui/remedies-page.tsx'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: `${t('remedies.page.title')} · ${shown.campaign.title}` },
    { name: 'description', content: t('remedies.page.lead') },
  ]
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const today = parisDay(context.now)
  const [text, listed, tree, calculator, answerable] = await Promise.all([
    findText(campaign.id, locale),
    listLetters(campaign.id, { locale, today }),
    findTree(campaign.id, today),
    hasPaths(campaign.id, today),
    answerableLettersOf(campaign.id, today),
  ])
  if (!listed) throw refuse(404)
  const shown = { slug: campaign.slug, title: plainTitle(text?.title ?? campaign.slug) }
  const leads = { calculator, barometer: answerable.length > 0 }
  return data({ locale, campaign: shown, tree, leads, ...listed }, { headers: publicPage })
}

export default function Remedies() {
  const { locale, campaign, tree, leads, letters, expired } = useLoaderData<typeof loader>()
  const named = letters.map(({ slug, content }) => ({ slug, title: content[locale].title }))
  const path = `/${locale}/${campaign.slug}`
  return (
    <RemediesPage
      {...{ campaign, letters, expired }}
      tree={tree && <DecisionTree campaignPath={path} letters={named} tree={tree} />}
      more={
        <>
          {leads.calculator && <CalculatorLink campaignPath={path} />}
          {leads.barometer && <BarometerLink campaignPath={path} />}
        </>
      }
    />
  )
}
