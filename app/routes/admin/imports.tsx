import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forgetImported } from '#app/features/imports/commands/keep-house.server.ts'
import { takeFile } from '#app/features/imports/commands/take-file.server.ts'
import { listImports } from '#app/features/imports/queries/imports.server.ts'
import { forgetForm } from '#app/features/imports/schema.ts'
import { ForgetPerson, ImportList, UploadForm } from '#app/features/imports/ui/imports-page.tsx'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { BadForm, readFormFields } from '#app/http/form-fields.server.ts'
import { parseFields } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { readUpload } from '#app/http/upload-form.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { emptyForm } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('imports.desk.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'campaign')
  return { imports: await listImports() }
}

const fileErrors = {
  none: 'imports.errors.fileMissing',
  empty: 'imports.errors.fileEmpty',
  'too-large': 'imports.errors.fileTooLarge',
} as const

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  if (!request.headers.get('Content-Type')?.startsWith('multipart/')) {
    const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
    // A form that was given back after a session ended comes without its file.
    if (!fields.has('email')) return invalid({ values: {}, errors: { file: fileErrors.none } })
    const form = parseFields(fields, { schema: forgetForm })
    if (!form.ok) return invalid(form)
    const rows = await forgetImported(actor, form.value.email, context.now)
    return data({ forgotten: rows }, { headers: privatePage })
  }
  const take = (file: AsyncIterable<Uint8Array>) => takeFile({ actor, file, now: context.now })
  const taken = await readUpload(request, { field: 'file', take }).catch((error: unknown) => {
    throw error instanceof BadForm ? refuse(400) : error
  })
  if (taken?.outcome === 'taken') return seeOther(`/admin/imports/${taken.id}`)
  if (taken?.outcome === 'known') return seeOther(`/admin/imports/${taken.id}?known=1`)
  return invalid({ values: {}, errors: { file: fileErrors[taken?.outcome ?? 'none'] } })
}

export default function Imports() {
  const { imports } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const locale = useLocale()
  const refused = answer && 'errors' in answer ? answer : emptyForm
  const forgotten = answer && 'forgotten' in answer ? answer.forgotten : null
  return (
    <>
      <Toolbar title={t('imports.desk.title')} detail={t('imports.desk.detail')} />
      {forgotten !== null && (
        <Notice
          kind="success"
          role="status"
          title={t('imports.desk.forgotten', { count: forgotten, number: formatNumber(locale, forgotten) })}
        />
      )}
      <UploadForm refused={refused} />
      <ImportList imports={imports} />
      <ForgetPerson refused={refused} />
    </>
  )
}
