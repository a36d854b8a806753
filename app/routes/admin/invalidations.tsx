import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setTwoPeopleAbove } from '#app/features/integrity/commands/steer-invalidation.server.ts'
import { listInvalidations, readTwoPeopleAbove } from '#app/features/integrity/queries/invalidations.server.ts'
import { thresholdForm } from '#app/features/integrity/schema.ts'
import { RuleList, ThresholdForm } from '#app/features/integrity/ui/rule-list.tsx'
import { SignatureTabs } from '#app/features/integrity/ui/signature-tabs.tsx'
import { may } from '#app/features/staff/policy.ts'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('integrity.rules.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'integrity')
  const [rules, above] = await Promise.all([listInvalidations(), readTwoPeopleAbove()])
  return { rules, above: may(actor, 'manage-team') ? above : null }
}

/** The number from which two people are needed is the owner's to set: whoever is held by it could lift it otherwise. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'integrity')
  if (!may(actor, 'manage-team')) throw refuse(403)
  const form = await parseForm(request, { schema: thresholdForm })
  if (!form.ok) return invalid(form)
  await setTwoPeopleAbove(actor, form.value.above, context.now)
  return data({ saved: true }, { headers: privatePage })
}

export default function Invalidations() {
  const { rules, above } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const error = answer && 'errors' in answer ? answer.errors.above : undefined
  return (
    <>
      <Toolbar
        title={t('integrity.rules.title')}
        detail={t('integrity.rules.detail')}
        actions={<ButtonLink href="/admin/signatures/invalidations/new">{t('integrity.rules.write')}</ButtonLink>}
      />
      <SignatureTabs current="/admin/signatures/invalidations" />
      {answer && 'saved' in answer && <Notice kind="success" role="status" title={t('integrity.threshold.saved')} />}
      <RuleList rules={rules} />
      {above !== null && <ThresholdForm above={above} error={error && t(error)} />}
    </>
  )
}
