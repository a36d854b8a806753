import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isUntoldChange } from '#app/features/commitments/queries/changes.server.ts'
import { OfferLetter } from '#app/features/commitments/ui/offer-letter.tsx'
import { BesideClaim } from '#app/features/claims/ui/beside-claim.tsx'
import { findForDesk } from '#app/features/sheets/queries/desk.server.ts'
import { monthsUntilCheck } from '#app/features/sheets/rules.ts'
import { publishFirstForm, publishForm, stepForm } from '#app/features/sheets/step-form.ts'
import { publishRead, saveTyped, takeStep } from '#app/features/sheets/steps.server.ts'
import { SheetPage, type SheetAnswer } from '#app/features/sheets/ui/sheet-page.tsx'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { formValues, parseValues, type FormValues } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { plusMonths } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { besideClaim } from './beside-sheet.server.ts'
import { pageTitle } from './page-title.ts'
import { sheetForms } from './sheet-forms.ts'

export const meta = pageTitle('sheets.title')

/** The sheet an address names, with the form of its kind. @throws 404 */
async function sheetOf(id: string | undefined, now: Date) {
  const desk = /^[1-9]\d{0,8}$/.test(id ?? '') ? await findForDesk(Number(id), sheetForms, parisDay(now)) : null
  const form = sheetForms.find(({ kind }) => kind === desk?.kind)
  if (!desk || !form) throw refuse(404)
  return { desk, form }
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const { desk, form } = await sheetOf(params.id, context.now)
  const shown = form.read(desk.published ?? {}, desk.slug)
  const published = Number(new URL(request.url).searchParams.get('published')) === desk.version && desk.version > 0
  return {
    desk,
    kind: desk.kind,
    problems: { ...form.follows(desk.published, desk.content), ...form.problems(desk.content) },
    path: shown.ok ? shown.path : null,
    proposed: plusMonths(parisDay(context.now), monthsUntilCheck - 6),
    published,
    untold: desk.kind === 'commitment' && (await isUntoldChange(desk.campaign.id, desk.id)),
    beside: await besideClaim(desk, actor),
  }
}

/** After a refusal too: somebody else did something meanwhile, and the page must say what is true now. */
export const shouldRevalidate = () => true

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const { desk, form } = await sheetOf(params.id, context.now)
  const values = formValues(readFormFields(Buffer.from(await request.arrayBuffer())))
  const acting = { actor, sheetId: desk.id, form, now: context.now }
  if (values['intent'] === 'publish') return publish(values, { ...acting, first: desk.version === 0 })
  const step = parseValues(values, stepForm)
  if (!step.ok) return data(wrong('verify', step), { status: 422, headers: privatePage })
  const { value } = step
  const doing = { ...acting, revision: value.revision }
  const answer = value.intent === 'save' ? await saveTyped(values, doing) : await takeStep(value, doing, values)
  const gone = value.intent === 'discard' && answer.kind === 'success' && desk.version === 0
  if (gone) return seeOther(`/admin/sheets?campaign=${desk.campaign.slug}`)
  return data(answer, { status: answer.kind === 'success' ? 200 : answer.refused ? 422 : 409, headers: privatePage })
}

type Publishing = Omit<Parameters<typeof publishRead>[1], 'revision'> & { first: boolean }

async function publish(values: FormValues, { first, ...acting }: Publishing) {
  const read = first ? parseValues(values, publishFirstForm) : parseValues(values, publishForm)
  if (!read.ok) return data(wrong('publish', read), { status: 422, headers: privatePage })
  const { revision, change, noteFr, noteEn, checkBy } = read.value
  const how = { change, note: { fr: noteFr, en: noteEn }, checkBy }
  const answer = await publishRead(values, { ...acting, revision }, how)
  if ('version' in answer) return seeOther(`/admin/sheets/${acting.sheetId}?published=${answer.version}`)
  return data(answer, { status: answer.refused ? 422 : 409, headers: privatePage })
}

const wrong = (
  step: 'publish' | 'verify',
  { values, errors }: { values: FormValues; errors: NonNullable<SheetAnswer['refused']>['errors'] },
): SheetAnswer => ({
  kind: 'warn',
  refused: { step, values, errors },
})

export default function Sheet() {
  const { published, kind, untold, beside, ...shown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const fields = sheetForms.find((form) => form.kind === kind)?.fields ?? []
  const said: SheetAnswer | undefined = published
    ? { kind: 'success', said: { key: 'sheets.outcomes.published', values: { version: shown.desk.version } } }
    : undefined
  return (
    <>
      {untold && <OfferLetter campaign={shown.desk.campaign.slug} />}
      <SheetPage {...shown} fields={fields} answer={answer ?? said} />
      {beside && <BesideClaim {...beside} />}
    </>
  )
}
