import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { departments } from '#app/features/campaigns/departments.ts'
import { enterBatch, type EnterOutcome } from '#app/features/paper/commands/enter-batch.server.ts'
import { findBatch, listSignableTexts } from '#app/features/paper/queries/for-team.server.ts'
import { batchForm, mostScanBytes } from '#app/features/paper/schema.ts'
import { BatchEntry } from '#app/features/paper/ui/batch-entry.tsx'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { parseFields, type FormErrors, type FormValues } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { readScanForm, type Scan, type ScanForm } from '#app/http/scan-form.server.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { emptyForm } from '#app/ui/form-answers.ts'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('paper.entry.title')

const schema = batchForm(departments.map(({ code }) => code))

/** The batch to correct, when one is named that counts and is not being corrected. */
async function correctedBatch(id: string | undefined, actor: Parameters<typeof findBatch>[1]) {
  if (id === undefined) return null
  const batch = await findBatch(id, actor)
  if (!batch) throw refuse(404)
  return batch
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const asked = new URL(request.url).searchParams.get('corrects') ?? undefined
  return { texts: await listSignableTexts(), corrected: await correctedBatch(asked, actor) }
}

const scanErrors: Partial<Record<Scan['outcome'], FormErrors>> = {
  'too-large': { scan: 'paper.errors.scanTooLarge' },
  unreadable: { scan: 'paper.errors.scanUnreadable' },
}

const refusals = {
  'text-unknown': { field: 'text', message: 'paper.errors.textUnknown' },
  'in-future': { field: 'collectedTo', message: 'paper.errors.inFuture' },
  'scan-known': { field: 'scanHash', message: 'paper.errors.scanKnown' },
  'not-correctable': { field: 'form', message: 'paper.errors.notCorrectable' },
} as const satisfies Record<Exclude<EnterOutcome['outcome'], 'entered'>, { field: string; message: MessageKey }>

/** With its scan; without one when it was given back and is sent again. @throws BadForm */
async function readBatch(request: Request): Promise<ScanForm> {
  if (request.headers.get('Content-Type')?.startsWith('multipart/'))
    return readScanForm(request, { field: 'scan', most: mostScanBytes })
  return { fields: readFormFields(Buffer.from(await request.arrayBuffer())), scan: { outcome: 'none' } }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const { fields, scan } = await readBatch(request).catch(() => {
    throw refuse(400)
  })
  const typed = (fields.get('scanHash')?.[0] ?? '').toLowerCase().replace(/[\s:]/g, '')
  const read = scan.outcome === 'hashed' ? scan.sha256 : null
  const form = parseFields(read ? new Map([...fields, ['scanHash', [read]]]) : fields, { schema })
  const again = async (values: FormValues, errors: FormErrors) => {
    const corrects = typeof values.corrects === 'string' ? values.corrects : undefined
    const corrected = await correctedBatch(corrects, actor)
    return data({ values, errors, corrected, hashed: read !== null }, { status: 422, headers: privatePage })
  }
  const scanError = scanErrors[scan.outcome] ?? {}
  if (!form.ok) {
    const { scanHash, ...errors } = form.errors
    return again(form.values, { ...errors, ...(scanError.scan ? scanError : scanHash ? { scanHash } : {}) })
  }
  if (scanError.scan) return again(form.values, scanError)
  if (read && typed && typed !== read) return again(form.values, { scanHash: 'paper.errors.scanDiffers' })
  const entry = await enterBatch(actor, form.value, context.now)
  if (entry.outcome === 'entered') return seeOther(`/admin/paper/${entry.id}?done=entered`)
  const { field, message } = refusals[entry.outcome]
  return again(form.values, { [field]: message })
}

export default function PaperNew() {
  const { texts, corrected: asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const corrected = answer?.corrected ?? asked
  return (
    <>
      <Toolbar
        title={t(corrected ? 'paper.entry.correctTitle' : 'paper.entry.title')}
        actions={<a href="/admin/paper">{t('paper.desk.title')}</a>}
      />
      <BatchEntry texts={texts} corrected={corrected} hashed={answer?.hashed ?? false} state={answer ?? emptyForm} />
    </>
  )
}
