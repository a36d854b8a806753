import {
  data,
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { wasAnswered } from '#app/features/testimonies/answered-forms.server.ts'
import { newFormId } from '#app/features/testimonies/commands/deposit.server.ts'
import { takeWitnessStep } from '#app/features/testimonies/commands/take-witness-step.server.ts'
import { answerTo } from '#app/features/testimonies/inbox-answers.server.ts'
import { codeAsRead, inboxStep, receiptForm } from '#app/features/testimonies/inbox-form.server.ts'
import { lookAtWords } from '#app/features/testimonies/inbox-words.server.ts'
import { openInbox, openPage } from '#app/features/testimonies/queries/inbox.server.ts'
import { ClosedInbox, CodePage } from '#app/features/testimonies/ui/inbox/code-page.tsx'
import { InboxPage } from '#app/features/testimonies/ui/inbox/inbox-page.tsx'
import { privatePage, refuse } from '#app/http/answer.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { formValues, parseFields, type FormErrors, type FormValues } from '#app/http/parse-form.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { emptyForm } from '#app/ui/form-answers.ts'

/** Neutral: the title is what the history and the tabs of a shared device show. */
export const meta: MetaFunction = ({ params }) => [
  { title: translator(isLocale(params.locale) ? params.locale : 'fr')('testimonies.inbox.neutralTitle') },
  { name: 'robots', content: 'noindex' },
]

export const headers = ({ actionHeaders, errorHeaders }: HeadersArgs) =>
  errorHeaders ?? (actionHeaders.has('Cache-Control') ? actionHeaders : privatePage)

export function loader({ params }: LoaderFunctionArgs) {
  if (!isLocale(params.locale)) throw refuse(404)
  return data({ once: newFormId() }, { headers: privatePage })
}

const lists = ['uses', 'leaveOut']

/** What the browser kept of this site goes too: nothing of the inbox is in it, and nobody has to take our word for that. */
const leaving = { ...privatePage, 'Clear-Site-Data': '"cache", "storage"' }

/** No code that opens: the field again, with what was typed. */
const notOpened = (status: 404 | 422 | 429, values: FormValues, errors: FormErrors) =>
  data(
    {
      page: 'code' as const,
      once: newFormId(),
      typed: { values, errors },
      asRead: status === 429 ? [] : codeAsRead(values['receipt']),
    },
    { status, headers: privatePage },
  )

/** The form was answered before: whoever sends it again may be somebody else, at the same device. */
const notAgain = () =>
  data({ page: 'code' as const, once: newFormId(), typed: emptyForm, again: true }, { headers: privatePage })

const notRead = { status: 422, deed: null, refusal: null } as const

/** Every step of a witness. There is no session: the receipt comes with each form, and the page is the answer to it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  if (!isLocale(params.locale)) throw refuse(404)
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  const values = formValues(fields, lists)
  if (values['intent'] === 'close') return data({ page: 'closed' as const }, { headers: leaving })
  if (context.throttled) return notOpened(429, values, { form: 'testimonies.inbox.errors.tooMany' })
  const code = parseFields(fields, { schema: receiptForm })
  if (!code.ok) return notOpened(422, values, code.errors)
  const { receipt, once } = code.value
  const step = parseFields(new Map([['intent', ['open']], ...fields]), { schema: inboxStep, lists })
  // Before the step: a form that comes back with the Back button does nothing a second time.
  if (wasAnswered(once, context.now)) return notAgain()
  const words = lookAtWords(values, params.locale)
  const mayGo = step.ok && !words.stopped && !words.replaced
  const answer = mayGo ? answerTo(await takeWitnessStep(receipt, step.value, context.now)) : notRead
  const inbox = await openInbox(receipt)
  if (!inbox) return notOpened(404, values, { receipt: 'testimonies.inbox.errors.unknown' })
  const shown = step.ok && step.value.intent === 'show' ? await openPage(receipt, step.value) : null
  const { stopped, replaced } = words
  const { status, deed, refusal } = replaced ? answerTo({ outcome: 'looked' }) : answer
  const errors: FormErrors = replaced ? {} : { ...(step.ok ? {} : step.errors), ...words.errors }
  const typed = mayGo && status === 200 ? emptyForm : { values: words.values, errors }
  return data(
    { page: 'inbox' as const, inbox, receipt, once: newFormId(), deed, refusal, shown, typed, stopped, replaced },
    { status, headers: privatePage },
  )
}

export default function InboxRoute() {
  const { once } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!answer) return <CodePage typed={emptyForm} once={once} />
  if (answer.page === 'closed') return <ClosedInbox />
  if (answer.page === 'code') return <CodePage {...answer} />
  return <InboxPage {...answer} />
}
