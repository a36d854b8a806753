import { data, type ActionFunctionArgs, type HeadersArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmByCode } from '#app/features/signatures/commands/confirm-by-code.server.ts'
import { sendAgain } from '#app/features/signatures/commands/send-again.server.ts'
import { againForm, codeForm } from '#app/features/signatures/schema.ts'
import { emptyCodeForm, type CodeFormState } from '#app/features/signatures/ui/code-form.tsx'
import { privatePage, seeOther } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { formValues, parseFields } from '#app/http/parse-form.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { Signed, type loader as signedLoader } from './signed.tsx'

export { loader, meta } from './signed.tsx'

const shown = (state: CodeFormState, status: 422 | 429) => data(state, { status, headers: privatePage })

/** Two small forms of one page: the code of the mail, and the mail once more. Neither tells who signed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  const intent = fields.get('intent')?.[0] === 'resend' ? 'resend' : 'code'
  const home = `/${locale}/${campaign.slug}`
  const within = { campaignId: campaign.id, now: context.now }
  if (context.throttled)
    return shown({ intent, values: formValues(fields), errors: { form: 'signatures.errors.codeTooMany' } }, 429)
  if (intent === 'resend') {
    const form = parseFields(fields, { schema: againForm })
    if (!form.ok) return shown({ intent, ...form }, 422)
    await sendAgain(form.value.email, within)
    return seeOther(`${home}/signed?sent=1`)
  }
  const form = parseFields(fields, { schema: codeForm })
  if (!form.ok) return shown({ intent, ...form }, 422)
  const { outcome } = await confirmByCode(form.value, within)
  if (outcome === 'refused')
    return shown({ intent, values: form.values, errors: { code: 'signatures.errors.codeRefused' } }, 422)
  return seeOther(`${home}/confirmed${outcome === 'already-confirmed' ? '?again=1' : ''}`)
}

export const headers = ({ actionHeaders, errorHeaders }: HeadersArgs) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : privatePage)

export default function CodePage() {
  return <Signed shown={useLoaderData<typeof signedLoader>()} state={useActionData<typeof action>() ?? emptyCodeForm} />
}
