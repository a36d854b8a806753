import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askForAnswer, newAnswerFormId } from '#app/features/claims/commands/ask-for-answer.server.ts'
import { listAnswerable } from '#app/features/claims/queries/reply-target.server.ts'
import { aboutValue } from '#app/features/claims/rules/replies.ts'
import { answerForm } from '#app/features/claims/schema/reply.ts'
import { AnswerPage } from '#app/features/claims/ui/answer-page.tsx'
import { AnswerReceived, type ReceivedAnswer } from '#app/features/claims/ui/answer-received.tsx'
import { privatePage } from '#app/http/answer.server.ts'
import { campaignHead } from '#app/http/campaign-head.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { emptyForm, type FormState } from '#app/ui/form-answers.ts'
import { unlisted } from './unlisted.ts'

export const headers: HeadersFunction = () => privatePage

export const meta = unlisted('claims.ask.title')

/** What an address names beside the campaign, as the form does. */
function aboutIn({ claim, system }: { claim?: string; system?: string }): string {
  if (claim) return aboutValue({ target: 'claim', slug: claim })
  return system ? aboutValue({ target: 'system', slug: system }) : ''
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const [head, answerable] = await Promise.all([
    campaignHead(campaign, locale),
    listAnswerable(campaign.id, { locale, today: parisDay(context.now) }),
  ])
  // What is none of the choices is none chosen.
  return data({ campaign: head, answerable, about: aboutIn(params), once: newAnswerFormId() }, { headers: privatePage })
}

interface Answer {
  received?: ReceivedAnswer
  typed?: FormState
}

/** For one person, and kept nowhere. */
const answer = (status: number, value: Answer) => data(value, { status, headers: privatePage })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const form = await parseForm(request, { schema: answerForm })
  const again = (status: number, errors: FormState['errors']) =>
    answer(status, { typed: { values: form.values, errors } })
  if (!form.ok) return again(422, form.errors)
  if (context.throttled) return again(429, { form: 'cases.errors.tooMany' })
  const asked = await askForAnswer(form.value, { campaignId: campaign.id, locale, now: context.now })
  switch (asked.outcome) {
    case 'off-the-site':
      return again(410, { about: 'claims.errors.offSite' })
    case 'day-full':
      return again(429, { form: 'claims.errors.dayFull' })
    case 'too-long':
      return again(422, { reply: 'claims.errors.replyLonger' })
    case 'too-many-lines':
      return again(422, { reply: 'claims.errors.replyTooManyLines' })
    default: {
      const { code, dueOn } = asked.outcome === 'asked' ? asked : { code: null, dueOn: null }
      const followUrl = publicUrl(`/${locale}/${campaign.slug}/case`)
      return answer(200, { received: { code, dueOn, receivedOn: parisDay(context.now), followUrl } })
    }
  }
}

export default function AnswerRoute() {
  const { campaign, once, ...shown } = useLoaderData<typeof loader>()
  const { received, typed = emptyForm } = useActionData<typeof action>() ?? {}
  if (received) return <AnswerReceived path={campaign.path} received={received} />
  const kept = typed.values.once
  return <AnswerPage campaign={campaign} {...shown} typed={typed} once={typeof kept === 'string' ? kept : once} />
}
