import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findQuestionByCode } from '#app/features/questions/queries/with-code.server.ts'
import { codeForm } from '#app/features/questions/schema.ts'
import { AskedPage, MyQuestionPage } from '#app/features/questions/ui/asked-page.tsx'
import { privatePage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { emptyForm } from '#app/ui/form-answers.ts'
import { unlisted } from './unlisted.ts'

export const headers: HeadersFunction = () => privatePage

export const meta = unlisted('questions.asked.headTitle')

export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign } = await addressedCampaign(params)
  return data({ slug: campaign.slug }, { headers: privatePage })
}

const refused = (status: number, code: string, error: MessageKey) =>
  data(
    { found: null, typed: { values: { code }, errors: { [status === 429 ? 'form' : 'code']: error } } },
    { status, headers: privatePage },
  )

/** The code travels in the body only: addresses are kept in histories and logs. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { locale } = await addressedCampaign(params)
  const form = await parseForm(request, { schema: codeForm })
  const code = form.ok ? form.value.code : ''
  if (code.trim() === '') return refused(422, code, 'questions.errors.codeMissing')
  if (context.throttled) return refused(429, code, 'questions.errors.tooMany')
  const found = await findQuestionByCode(code, locale)
  if (!found) return refused(422, code, 'questions.errors.codeUnknown')
  return data({ found, typed: emptyForm }, { headers: privatePage })
}

export default function Asked() {
  const { slug } = useLoaderData<typeof loader>()
  const { found, typed } = useActionData<typeof action>() ?? { found: null, typed: emptyForm }
  return found ? <MyQuestionPage found={found} /> : <AskedPage campaignSlug={slug} typed={typed} />
}
