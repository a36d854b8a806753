import { data, type ActionFunctionArgs, type HeadersArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isOpen, versionSigned } from '#app/features/campaigns/rules.ts'
import { findTextsShown } from '#app/features/campaigns/queries.server.ts'
import { signWithProof } from '#app/features/signatures/commands/sign-with-proof.server.ts'
import { signatureForm } from '#app/features/signatures/schema.ts'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm, type FormValues } from '#app/http/parse-form.server.ts'
import { emptyForm } from '#app/ui/form-answers.ts'
import { Campaign, type loader as campaignLoader } from './campaign.tsx'

export { loader, meta } from './campaign.tsx'

/** The page comes back with the text of now. What was typed stays, except for the consent: it was to another text. */
function changed({ consent: _consent, text: _text, ...values }: FormValues) {
  const errors = { form: 'signatures.errors.textChanged' as const }
  return data({ values, errors }, { status: 422, headers: privatePage })
}

/** What the fast lane could not answer with "thank you": the same schema and command, with the page to show what is wrong. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const texts = await findTextsShown(campaign.id, locale)
  if (!texts) throw refuse(404)
  const form = await parseForm(request, { schema: signatureForm })
  if (!isOpen(campaign, context.now)) return data(emptyForm, { status: 410, headers: privatePage })
  if (!form.ok) return invalid(form)
  if (context.throttled)
    return data(
      { values: form.values, errors: { form: 'signatures.errors.tooMany' as const } },
      { status: 429, headers: { ...privatePage, 'Retry-After': '300' } },
    )
  const { now, network, shared: sharedNetwork } = context
  const signed = versionSigned(form.value.text, texts, now)
  if (signed.outcome === 'text-changed') return changed(form.values)
  // A version that the database does not know either is nobody's: the text of now.
  const textVersion = signed.outcome === 'signed' ? signed.version : texts.current
  const signing = { campaign, locale, textVersion, now, network, sharedNetwork }
  const { outcome } = await signWithProof(form.value, signing, form.values['altcha'])
  if (outcome === 'campaign-closed') return data(emptyForm, { status: 410, headers: privatePage })
  return seeOther(`/${locale}/${campaign.slug}/signed`)
}

export const headers = ({ actionHeaders, errorHeaders }: HeadersArgs) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : privatePage)

export default function SignPage() {
  return <Campaign shown={useLoaderData<typeof campaignLoader>()} form={useActionData<typeof action>() ?? emptyForm} />
}
