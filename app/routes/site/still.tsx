import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCampaignById } from '#app/features/campaigns/queries.server.ts'
import { pageHref } from '#app/features/campaigns/rules.ts'
import { answerConsent, findConsentLink } from '#app/features/mailings/commands/answer-consent.server.ts'
import { answerRenewal } from '#app/features/mailings/commands/renewal/answer.server.ts'
import { findRenewalLink } from '#app/features/mailings/queries/renewal.server.ts'
import { renewalForm } from '#app/features/mailings/rules/renewal.ts'
import { ConsentPage } from '#app/features/mailings/ui/consent-page.tsx'
import { NewsLinkPage } from '#app/features/mailings/ui/news-link-page.tsx'
import { RenewalPage } from '#app/features/mailings/ui/renewal-page.tsx'
import { addressedLetter, cutLink } from '#app/http/addressed-letter.server.ts'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

/** Inert: programs that read mail follow every link. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, token } = addressedLetter(params)
  const consent = await findConsentLink(token)
  const link = consent ?? (await findRenewalLink(token))
  if (!link) return cutLink()
  const campaign = await findCampaignById(link.campaignId)
  const page = { cut: false, action: `/${locale}/still/${token}`, campaignHref: pageHref(locale, campaign) } as const
  return data({ ...page, isConsent: consent !== null }, { headers: privatePage })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, { schema: renewalForm })
  const { token } = addressedLetter(params)
  if (!form.ok) return invalid(form)
  const says = form.value.choice === 'keep' ? 'yes' : 'no'
  const consent = await answerConsent(token, says, context.now)
  if (consent.outcome !== 'link-unknown') return data({ said: consent.outcome }, { headers: privatePage })
  const answered = await answerRenewal(token, form.value.choice, context.now)
  if (answered.outcome === 'link-unknown') return cutLink()
  const until = answered.outcome === 'paused' ? answered.until.toISOString() : null
  return data({ done: { outcome: answered.outcome, until } }, { headers: privatePage })
}

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders, errorHeaders }) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders)

export const meta: MetaFunction<typeof loader> = ({ data: shown, params }) => {
  const t = translator(isLocale(params['locale']) ? params['locale'] : 'fr')
  return [
    { title: t(shown?.cut ? 'mailings.newsLink.cutTitle' : 'mailings.renewal.page.title') },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function Still() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (shown.cut) return <NewsLinkPage why="cut" />
  if (shown.isConsent)
    return (
      <ConsentPage
        action={shown.action}
        campaignHref={shown.campaignHref}
        said={answer && 'said' in answer ? answer.said : null}
      />
    )
  return (
    <RenewalPage
      action={shown.action}
      campaignHref={shown.campaignHref}
      done={answer && 'done' in answer ? answer.done : null}
      refused={answer !== undefined && 'errors' in answer}
    />
  )
}
