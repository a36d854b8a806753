import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askForReply, newCaseFormId } from '#app/features/cases/commands/open-case.server.ts'
import { lastDayToAsk, longestReply, mayAskForReply } from '#app/features/cases/rules.ts'
import { replyForm } from '#app/features/cases/schema.ts'
import { ReceivedPage, type Received } from '#app/features/cases/ui/received-page.tsx'
import { ReplyPage } from '#app/features/cases/ui/reply-page.tsx'
import { OffTheSite } from '#app/features/cases/ui/typed.tsx'
import { addressedTestimony } from '#app/http/addressed-testimony.server.ts'
import { privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { emptyForm, type FormState } from '#app/ui/form-answers.ts'

export const headers: HeadersFunction = () => privatePage

export const meta: MetaFunction = ({ params }) => [
  { title: translator(isLocale(params.locale) ? params.locale : 'fr')('cases.reply.headTitle') },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { campaign, testimony } = await addressedTestimony(params)
  const { slug } = campaign
  if (!testimony) return data({ slug, form: null, once: '' }, { status: 410, headers: privatePage })
  const { id, title, text, locale, publishedOn, hasPage } = testimony
  const form = {
    testimony: { slug, id, title: title || text, locale, hasPage },
    lastDay: lastDayToAsk(publishedOn),
    inTime: mayAskForReply(publishedOn, parisDay(context.now)),
    most: longestReply(testimony),
  }
  return data({ slug, form, once: newCaseFormId() }, { status: form.inTime ? 200 : 410, headers: privatePage })
}

interface Answer {
  received?: Received
  typed?: FormState
}

const answer = (status: number, value: Answer) => data(value, { status, headers: privatePage })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { locale, testimony } = await addressedTestimony(params)
  const form = await parseForm(request, { schema: replyForm })
  const { values } = form
  if (!testimony) return answer(410, { typed: { values, errors: {} } })
  if (!form.ok) return answer(422, { typed: { values, errors: form.errors } })
  if (context.throttled) return answer(429, { typed: { values, errors: { form: 'cases.errors.tooMany' } } })
  const asked = await askForReply(form.value, { testimony, locale, now: context.now })
  switch (asked.outcome) {
    case 'too-late':
      return answer(410, { typed: { values, errors: {} } })
    case 'too-long':
      return answer(422, { typed: { values, errors: { reply: 'cases.errors.replyTooLong' } } })
    case 'too-many-lines':
      return answer(422, { typed: { values, errors: { reply: 'cases.errors.replyTooManyLines' } } })
    default: {
      const shown = asked.outcome === 'opened' ? asked : { code: null, dueOn: null }
      const { code, dueOn } = shown
      return answer(200, { received: { kind: 'reply', code, dueOn, receivedOn: parisDay(context.now) } })
    }
  }
}

export default function Reply() {
  const { slug, form, once } = useLoaderData<typeof loader>()
  const { received, typed = emptyForm } = useActionData<typeof action>() ?? {}
  if (received) return <ReceivedPage campaignSlug={slug} received={received} />
  if (!form) return <OffTheSite campaignSlug={slug} typed={typed} />
  return <ReplyPage {...form} typed={typed} once={typeof typed.values.once === 'string' ? typed.values.once : once} />
}
