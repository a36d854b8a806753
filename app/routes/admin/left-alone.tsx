import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countImport, importSuppressions } from '#app/features/mailings/commands/import-suppressions.server.ts'
import { countLeftAlone } from '#app/features/mailings/queries/suppressions.server.ts'
import { suppressionForm } from '#app/features/mailings/rules/suppression-form.ts'
import { ImportPart, LeftAloneFigures } from '#app/features/mailings/ui/left-alone-page.tsx'
import { settingsPages } from '#app/features/staff/settings-pages.ts'
import { SettingsToolbar } from '#app/features/staff/ui/settings-toolbar.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { emptyForm } from '#app/ui/form-answers.ts'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('mailings.leftAlone.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  return { tabs: settingsPages(actor), counted: await countLeftAlone(context.now) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const form = await parseForm(request, { schema: suppressionForm })
  if (!form.ok) return invalid(form)
  const { intent, list } = form.value
  const count =
    intent === 'count' ? await countImport(list) : await importSuppressions({ actor, text: list, now: context.now })
  // What was pasted comes back until the deed is done, and is kept nowhere.
  return data({ said: { intent, count, list: intent === 'count' ? list : '' } }, { headers: privatePage })
}

export default function LeftAlonePage() {
  const { tabs, counted } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  // What answers somebody stands first.
  const importing = (
    <ImportPart
      typed={answer && 'errors' in answer ? answer : emptyForm}
      said={answer && 'said' in answer ? answer.said : null}
    />
  )
  return (
    <>
      <SettingsToolbar current="/admin/settings/left-alone" tabs={tabs} detail={t('mailings.leftAlone.detail')} />
      {answer && importing}
      <LeftAloneFigures {...counted} />
      {!answer && importing}
    </>
  )
}
