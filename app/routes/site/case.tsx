import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCaseByCode } from '#app/features/cases/queries/with-code.server.ts'
import { lookUpForm } from '#app/features/cases/schema.ts'
import { findReplyByCode } from '#app/features/claims/queries/reply-with-code.server.ts'
import { MyAnswer } from '#app/features/claims/ui/answer-received.tsx'
import { FollowPage, MyCase } from '#app/features/cases/ui/follow-page.tsx'
import { privatePage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { emptyForm } from '#app/ui/form-answers.ts'
import { unlisted } from './unlisted.ts'

export const headers: HeadersFunction = () => privatePage

export const meta = unlisted('cases.follow.title')

export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign } = await addressedCampaign(params)
  return data({ slug: campaign.slug }, { headers: privatePage })
}

const refused = (status: number, code: string, error: MessageKey) =>
  data(
    { found: null, answer: null, typed: { values: { code }, errors: { [status === 429 ? 'form' : 'code']: error } } },
    { status, headers: privatePage },
  )

/** The code travels in the body only: addresses are kept in histories and logs. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await addressedCampaign(params)
  const form = await parseForm(request, { schema: lookUpForm })
  const code = form.ok ? form.value.code : ''
  if (code.trim() === '') return refused(422, code, 'cases.errors.codeMissing')
  if (context.throttled) return refused(429, code, 'cases.errors.tooMany')
  const found = await findCaseByCode(code)
  // The same box opens what was asked about a testimony and what was asked about a page.
  const answer = found ? null : await findReplyByCode(code)
  if (!found && !answer) return refused(422, code, 'cases.errors.codeUnknown')
  return data({ found, answer, typed: emptyForm }, { headers: privatePage })
}

export default function FollowCase() {
  const { slug } = useLoaderData<typeof loader>()
  const { found, answer, typed } = useActionData<typeof action>() ?? { found: null, answer: null, typed: emptyForm }
  if (answer) return <MyAnswer found={answer} />
  return found ? <MyCase found={found} /> : <FollowPage campaignSlug={slug} typed={typed} />
}
