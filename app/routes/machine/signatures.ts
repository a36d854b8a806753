import type { LoaderFunctionArgs } from '@remix-run/node'
import { signByProgram } from '#app/features/partners/commands/sign-by-program.server.ts'
import { readBody, type ReadBody } from '#app/features/partners/rules/read-body.ts'
import { signatureForm } from '#app/features/signatures/schema.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { parseValues } from '#app/http/parse-form.server.ts'
import { preferredLocale } from '#app/i18n/locale.ts'
import { idempotently } from './idempotency.server.ts'
import { readJson } from './json-body.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { unknownCampaign } from './reply.server.ts'
import { answerOf, invalidFields, notAnObject } from './signing-answers.server.ts'
import { callerOf, type Caller } from './signing-caller.server.ts'
import { onlySigning, preflightOfSigning } from './signing-methods.server.ts'

interface Sent {
  campaign: CampaignSummary
  caller: Caller
  body: ReadBody
}

/** The same schema and command as the form. */
async function sign({ campaign, caller, body }: Sent, { request, context }: LoaderFunctionArgs): Promise<Response> {
  const locale = body.locale ?? preferredLocale(request.headers.get('Accept-Language'))
  const form = parseValues(body.values, signatureForm)
  const errors = { ...(form.ok ? {} : form.errors), ...body.faults }
  if (!form.ok || Object.keys(errors).length > 0) return invalidFields(errors, locale)
  const { now, network, shared } = context
  const by = { campaign, locale, now, network, shared, partner: caller.partner, solution: body.values.altcha }
  return answerOf(await signByProgram(form.value, by), campaign.slug)
}

/** Takes a signature from a program (docs/decisions/0061): 202 for everyone whose form is in order, whether or not they signed before. */
async function answer(args: LoaderFunctionArgs): Promise<Response> {
  const { request, params, context } = args
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const called = await callerOf({ request, campaign, context })
  if (!called.ok) return called.refusal
  const { caller } = called
  const answered = await (async () => {
    const read = await readJson(request)
    if (!read.ok) return read.refusal
    const body = readBody(read.json)
    if (!body) return notAnObject()
    const work = () => sign({ campaign, caller, body }, args)
    const key = request.headers.get('Idempotency-Key')
    if (key === null || !caller.partner) return work()
    return idempotently(
      { partner: caller.partner, key, request: `${campaign.slug}\n${read.text}`, now: context.now },
      work,
    )
  })()
  for (const [name, value] of Object.entries(caller.limits)) answered.headers.set(name, value)
  return answered
}

export const action = machineLoader(answer)

export const loader = machineLoader(onlySigning, preflightOfSigning)
