import {
  data,
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { isOpen, plainTitle } from '#app/features/campaigns/rules.ts'
import { signAsOrganisation } from '#app/features/organisations/commands/sign-as-organisation.server.ts'
import { makeLogo, type LogoOutcome } from '#app/features/organisations/logo.server.ts'
import { countryChoices } from '#app/features/organisations/places.ts'
import { organisationForm } from '#app/features/organisations/schema.ts'
import { SignOrganisation } from '#app/features/organisations/ui/sign-organisation.tsx'
import { countries } from '#app/features/signatures/countries.ts'
import { personalAddress } from '#app/features/signatures/whose.server.ts'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm, type FormErrors, type FormValues } from '#app/http/parse-form.server.ts'
import { translator, type MessageKey } from '#app/i18n/t.ts'
import { emptyForm } from '#app/ui/form-answers.ts'

const schema = organisationForm(countries)

async function shownText(params: LoaderFunctionArgs['params']) {
  const { locale, campaign } = await addressedCampaign(params)
  const text = await findText(campaign.id, locale)
  if (!text) throw refuse(404)
  return { locale, campaign, text }
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign, text } = await shownText(params)
  const open = isOpen(campaign, context.now)
  const { title, version, consent } = text
  const shown = { slug: campaign.slug, title: plainTitle(title), textVersion: version, consent, open }
  return data(
    { locale, campaign: shown, choices: countryChoices(locale, countries) },
    { status: open ? 200 : 410, headers: privatePage },
  )
}

const logoErrors = {
  'too-large': 'organisations.errors.logoTooLarge',
  'not-an-image': 'organisations.errors.logoUnreadable',
  'too-many-pixels': 'organisations.errors.logoTooManyPixels',
} as const satisfies Record<Exclude<LogoOutcome['outcome'], 'made'>, MessageKey>

type Status = 410 | 422 | 429

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { locale, campaign, text } = await shownText(params)
  const { now, throttled, files } = context
  const form = await parseForm(request, { schema })
  const again = (status: Status, values: FormValues, errors: FormErrors) =>
    data({ values, errors, logoSent: files?.has('logo') ?? false }, { status, headers: privatePage })
  if (!isOpen(campaign, now)) return again(410, form.values, {})
  if (throttled) return again(429, form.values, { form: 'organisations.errors.tooMany' })
  const sent = files?.get('logo')?.at(-1)
  const made = sent && (await makeLogo(sent))
  const logoError: FormErrors = made && made.outcome !== 'made' ? { logo: logoErrors[made.outcome] } : {}
  if (!form.ok) return again(422, form.values, { ...form.errors, ...logoError })
  if (made && made.outcome !== 'made') return again(422, form.values, logoError)
  // Nobody signs a text they have not seen: the page comes back with the one shown now.
  if (form.values.textVersion !== undefined && form.values.textVersion !== String(text.version))
    return again(422, form.values, { form: 'organisations.errors.textChanged' })
  const personal = personalAddress(form.value.email)
  const signing = { campaign, locale, textVersion: text.version, logo: made?.logo ?? null, personal, now }
  const { outcome } = await signAsOrganisation(form.value, signing)
  if (outcome === 'campaign-closed') return again(410, form.values, {})
  return seeOther(`/${locale}/${campaign.slug}/organisations/sent`)
}

export const headers = ({ errorHeaders }: HeadersArgs) => errorHeaders ?? privatePage

export const meta = ({ data: shown }: MetaArgs<typeof loader>) =>
  shown ? [{ title: translator(shown.locale)('organisations.form.headTitle', { campaign: shown.campaign.title }) }] : []

export default function OrganisationSign() {
  const { campaign, choices } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>() ?? emptyForm
  return <SignOrganisation campaign={campaign} countries={choices} state={state} />
}
