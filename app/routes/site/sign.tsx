import { data, type ActionFunctionArgs, type HeadersArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isOpen } from '#app/features/campaigns/rules.ts'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { proofOf } from '#app/features/signatures/commands/prove-work.server.ts'
import { signPetition } from '#app/features/signatures/commands/sign-petition.server.ts'
import { signatureForm } from '#app/features/signatures/schema.ts'
import { emptySignForm } from '#app/features/signatures/ui/sign-form.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { Campaign, type loader as campaignLoader } from './campaign.tsx'

export { loader, meta } from './campaign.tsx'

/** What the fast lane could not answer with "thank you": the same schema and command, with the page to show what is wrong. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const text = await findText(campaign.id, locale)
  if (!text) throw refuse(404)
  const form = await parseForm(request, { schema: signatureForm })
  if (!isOpen(campaign, context.now)) return data(emptySignForm, { status: 410, headers: privatePage })
  if (!form.ok) return invalid(form)
  if (context.throttled)
    return data(
      { values: form.values, errors: { form: 'signatures.errors.tooMany' as const } },
      { status: 429, headers: { ...privatePage, 'Retry-After': '300' } },
    )
  const { now, network, shared: sharedNetwork } = context
  const { outcome } = await signPetition(form.value, {
    campaign,
    locale,
    textVersion: text.version,
    ...{ now, network, sharedNetwork },
    proof: await proofOf(campaign.id, form.values['altcha'], now),
  })
  if (outcome === 'campaign-closed') return data(emptySignForm, { status: 410, headers: privatePage })
  return seeOther(`/${locale}/${campaign.slug}/signed`)
}

export const headers = ({ actionHeaders, errorHeaders }: HeadersArgs) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : privatePage)

export default function SignPage() {
  return (
    <Campaign shown={useLoaderData<typeof campaignLoader>()} form={useActionData<typeof action>() ?? emptySignForm} />
  )
}
