import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isOpen } from '#app/features/campaigns/rules.ts'
import { askQuestion, newAskFormId, noteHelp } from '#app/features/questions/commands/ask.server.ts'
import { findNearAnswers, type ShownEntry } from '#app/features/questions/queries/faq.server.ts'
import { askKinds } from '#app/features/questions/schema.ts'
import { AskPage } from '#app/features/questions/ui/ask-page.tsx'
import { NearPage } from '#app/features/questions/ui/near-page.tsx'
import { ClosedPage, HelpedPage, SentPage } from '#app/features/questions/ui/sent-page.tsx'
import { privatePage, refuse } from '#app/http/answer.server.ts'
import { readAskForm } from '#app/http/ask-form.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { emptyForm, type FormState } from '#app/ui/form-answers.ts'
import { unlisted } from './unlisted.ts'

export const headers: HeadersFunction = () => privatePage

export const meta = unlisted('questions.ask.headTitle')

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { campaign } = await addressedCampaign(params)
  const kind = askKinds.find((one) => one === params.kind) ?? null
  if (params.kind !== undefined && kind === null) throw refuse(404)
  const open = isOpen(campaign, context.now)
  return data(
    { slug: campaign.slug, kind, open, once: newAskFormId() },
    { status: open ? 200 : 410, headers: privatePage },
  )
}

interface Answer {
  typed?: FormState
  near?: ShownEntry[]
  stopped?: boolean
  replaced?: boolean
  helped?: string
  sent?: { code: string | null; followUrl: string }
}
const answer = (status: number, value: Answer) => data(value, { status, headers: privatePage })
const mostNear = 3

export async function action(args: ActionFunctionArgs) {
  const { campaign, locale, now, judged } = await readAskForm(args)
  const look = (text: unknown) =>
    typeof text === 'string'
      ? findNearAnswers(text, mostNear, { campaignId: campaign.id, locale, today: parisDay(now) })
      : []
  switch (judged.step) {
    case 'closed':
    case 'slow-down': {
      const { step, values, errors } = judged
      return answer(step === 'closed' ? 410 : 429, {
        typed: { values, errors },
        ...(values['wish'] === undefined ? {} : { near: [] }),
      })
    }
    case 'again': {
      const { status, values, errors, stopped, replaced } = judged
      const near = judged.near ? { near: await look(values['text']) } : {}
      return answer(status, { typed: { values, errors }, stopped, replaced, ...near })
    }
    case 'look':
      return answer(200, { typed: { values: judged.values, errors: {} }, near: await look(judged.text) })
    case 'helped': {
      const noted = await noteHelp({ campaignId: campaign.id, slug: judged.slug, once: judged.once })
      return answer(noted === 'noted' ? 200 : 404, { helped: noted === 'noted' ? judged.slug : '' })
    }
    case 'send': {
      const asked = await askQuestion(judged.form, { campaign, locale, now })
      if (asked.outcome === 'day-full') {
        const typed = { values: judged.values, errors: { form: 'questions.errors.dayFull' as const } }
        return answer(429, { typed, near: [] })
      }
      const followUrl = publicUrl(`/${locale}/${campaign.slug}/questions/asked`)
      return answer(200, { sent: { code: asked.outcome === 'asked' ? asked.code : null, followUrl } })
    }
  }
}

export default function Ask() {
  const { slug, kind, open, once: fresh } = useLoaderData<typeof loader>()
  const { typed = emptyForm, near, helped, sent, ...guard } = useActionData<typeof action>() ?? {}
  const once = typeof typed.values['once'] === 'string' ? typed.values['once'] : fresh
  if (sent) return <SentPage campaignSlug={slug} {...sent} />
  if (helped !== undefined) return <HelpedPage campaignSlug={slug} slug={helped} />
  if (!open) return <ClosedPage campaignSlug={slug} typed={typed} />
  const shared = { campaignSlug: slug, typed, once, ...guard }
  return near ? <NearPage {...shared} near={near} /> : <AskPage {...shared} kind={kind} />
}
