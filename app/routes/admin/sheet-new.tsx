import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { listForStaff } from '#app/features/campaigns/queries/for-staff.server.ts'
import { createSheet } from '#app/features/sheets/commands/write-sheet.server.ts'
import { beginForm } from '#app/features/sheets/step-form.ts'
import { contentOf } from '#app/features/sheets/typed.ts'
import { invalid, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList } from '#app/ui/form-answers.ts'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'
import { sheetForms } from './sheet-forms.ts'

export const meta = pageTitle('sheets.begin.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const asked = new URL(request.url).searchParams
  return {
    campaigns: (await listForStaff(actor.locale, context.now)).map(({ slug, title }) => ({ slug, title })),
    campaign: asked.get('campaign') ?? '',
    kind: asked.get('kind') ?? '',
    kinds: sheetForms.map(({ kind }) => kind),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const read = await parseForm(request, { schema: beginForm })
  if (!read.ok) return invalid(read)
  const { campaign: name, kind, slug } = read.value
  const campaign = await findCampaignForStaff(name)
  const form = sheetForms.find((one) => one.kind === kind)
  if (!campaign) return invalid({ values: read.values, errors: { campaign: 'staff.errors.campaign' } })
  if (!form) return invalid({ values: read.values, errors: { kind: 'sheets.errors.kind' } })
  const content = contentOf({}, form.fields)
  const said = await createSheet({ actor, campaignId: campaign.id, kind, slug, content }, context.now)
  if (said.outcome === 'taken') return invalid({ values: read.values, errors: { slug: 'sheets.errors.slugTaken' } })
  return seeOther(`/admin/sheets/${said.id}`)
}

export default function SheetNew() {
  const { campaigns, campaign, kind, kinds } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT()
  const first = campaigns.length === 1 ? campaigns[0]?.slug : undefined
  const answers = useAnswers(refused, { campaign: campaign || first, kind })
  const errors = useErrorList(refused, ['campaign', 'kind', 'slug'])
  useFocusOnErrors(refused)
  return (
    <>
      <Toolbar title={t('sheets.begin.title')} detail={<a href="/admin/sheets">{t('sheets.back')}</a>} />
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate>
        <SelectField
          {...answers('campaign')}
          label={t('sheets.begin.campaign')}
          choices={campaigns.map(({ slug, title }) => ({ value: slug, label: title }))}
          emptyChoice="–"
          required
        />
        <SelectField
          {...answers('kind')}
          label={t('sheets.begin.kind')}
          choices={kinds.map((one) => ({ value: one, label: t(`sheets.kinds.${one}`) }))}
          emptyChoice="–"
          required
        />
        <TextField
          {...answers('slug')}
          label={t('sheets.begin.slug')}
          hint={t('sheets.begin.slugHint')}
          autoComplete="off"
          maxLength={60}
          required
        />
        <Button>{t('sheets.begin.button')}</Button>
      </Form>
    </>
  )
}
