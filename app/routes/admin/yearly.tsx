import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { turnOffRenewal, turnOnRenewal } from '#app/features/mailings/commands/renewal/set-renewal.server.ts'
import {
  countRenewals,
  findRenewalSetting,
  listRenewalTexts,
  previewRenewal,
} from '#app/features/mailings/queries/renewal.server.ts'
import { renewalSettingForm } from '#app/features/mailings/rules/renewal.ts'
import { RenewalFiguresPart, RenewalLetters, RenewalSwitch } from '#app/features/mailings/ui/renewal-desk.tsx'
import { may } from '#app/features/staff/policy.ts'
import { settingsPages } from '#app/features/staff/settings-pages.ts'
import { SettingsToolbar } from '#app/features/staff/ui/settings-toolbar.tsx'
import { invalid, privatePage, refuse } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { emptyForm } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('mailings.renewal.setting.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const [enabledAt, figures, letters, texts] = await Promise.all([
    findRenewalSetting(),
    countRenewals(context.now),
    previewRenewal(),
    listRenewalTexts(),
  ])
  const maySet = may(actor, 'manage-team')
  return { tabs: settingsPages(actor), enabledAt: enabledAt?.toISOString() ?? null, figures, letters, texts, maySet }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const form = await parseForm(request, { schema: renewalSettingForm })
  if (!form.ok) return invalid(form)
  const turn = form.value.intent === 'on' ? turnOnRenewal : turnOffRenewal
  const { outcome } = await turn(actor, context.now)
  if (outcome === 'not-allowed') throw refuse(403)
  return data({ outcome }, { headers: privatePage })
}

export default function Yearly() {
  const { tabs, enabledAt, figures, letters, texts, maySet } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const typed = answer && 'errors' in answer ? answer : emptyForm
  return (
    <>
      <SettingsToolbar current="/admin/settings/yearly" tabs={tabs} detail={t('mailings.renewal.setting.detail')} />
      {answer && 'outcome' in answer && (
        <Notice kind="success" role="status" title={t(`mailings.renewal.setting.turned.${answer.outcome}`)} />
      )}
      <RenewalSwitch enabledAt={enabledAt} figures={figures} maySet={maySet} typed={typed} />
      <RenewalFiguresPart figures={figures} />
      <RenewalLetters letters={letters} texts={texts} />
    </>
  )
}
