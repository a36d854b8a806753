import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { answerableLettersOf } from '#app/features/remedies/queries/answerable-letters.server.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown
    ? [
        { title: translator(shown.locale)('barometer.thanks.headTitle', { campaign: shown.title }) },
        { name: 'robots', content: 'noindex' },
      ]
    : []

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [text, letters] = await Promise.all([
    findText(campaign.id, locale),
    answerableLettersOf(campaign.id, parisDay(context.now)),
  ])
  if (letters.length === 0) throw refuse(404)
  const { slug } = campaign
  return data({ locale, slug, title: plainTitle(text?.title ?? slug) }, { headers: publicPage })
}

/** The same for everyone who sent the form, counted now or before. */
export default function BarometerThanks() {
  const { locale, slug, title } = useLoaderData<typeof loader>()
  const t = useT()
  const here = `/${locale}/${slug}`
  return (
    <Page kicker={title} title={t('barometer.thanks.title')} lead={<p>{t('barometer.thanks.lead')}</p>}>
      <p>{t('barometer.thanks.when')}</p>
      <Actions>
        <ButtonLink kind="quiet" href={`${here}/remedies/barometer`}>
          {t('barometer.thanks.back')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={`${here}/remedies`}>
          {t('barometer.thanks.next')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={`${here}/testify`}>
          {t('barometer.thanks.testify')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
