import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askForReply, newCaseFormId } from '#app/features/cases/commands/open-case.server.ts'
import { lastDayToAsk, mayAskForReply } from '#app/features/campaigns/rules/right-of-reply.ts'
import { longestReply } from '#app/features/cases/rules.ts'
import { replyForm } from '#app/features/cases/schema.ts'
import { ReceivedPage } from '#app/features/cases/ui/received-page.tsx'
import { ReplyPage } from '#app/features/cases/ui/reply-page.tsx'
import { OffTheSite } from '#app/features/cases/ui/typed.tsx'
import { addressedTestimony } from '#app/http/addressed-testimony.server.ts'
import { privatePage } from '#app/http/answer.server.ts'
import { caseAnswer, readCaseForm } from '#app/http/case-form.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { emptyForm } from '#app/ui/form-answers.ts'
import { unlisted } from './unlisted.ts'

export const headers: HeadersFunction = () => privatePage

export const meta = unlisted('cases.reply.headTitle')

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

export async function action(args: ActionFunctionArgs) {
  const { refusal, form, about, again } = await readCaseForm(args, replyForm)
  if (refusal) return refusal
  const asked = await askForReply(form, about)
  switch (asked.outcome) {
    case 'too-late':
      return again(410)
    case 'too-long':
      return again(422, { reply: 'cases.errors.replyTooLong' })
    case 'too-many-lines':
      return again(422, { reply: 'cases.errors.replyTooManyLines' })
    default: {
      const { code, dueOn } = asked.outcome === 'opened' ? asked : { code: null, dueOn: null }
      const followUrl = publicUrl(`/${about.locale}/${about.slug}/case`)
      return caseAnswer(200, { received: { kind: 'reply', code, dueOn, receivedOn: parisDay(about.now), followUrl } })
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
