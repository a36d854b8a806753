import { data, type ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Received } from '#app/features/cases/ui/received-page.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { addressedTestimony } from './addressed-testimony.server.ts'
import { privatePage } from './answer.server.ts'
import { parseForm, type FormErrors } from './parse-form.server.ts'

interface CaseAnswer {
  received?: Received
  /** What was typed, with what is wrong with it. */
  typed?: FormState
}

/** The answer to a form about a testimony: for one person, and kept nowhere. */
export const caseAnswer = (status: number, value: CaseAnswer) => data(value, { status, headers: privatePage })

/**
 * A form about a testimony that is on the site; or the answer to one that cannot be taken, with all that was typed: the testimony
 * is gone, something is missing, the network has sent too many. @throws 404 for a testimony that never was
 */
export async function readCaseForm<S extends z.ZodType>({ request, params, context }: ActionFunctionArgs, schema: S) {
  const { locale, campaign, testimony } = await addressedTestimony(params)
  const form = await parseForm(request, { schema })
  const again = (status: number, errors: FormErrors = {}) =>
    caseAnswer(status, { typed: { values: form.values, errors } })
  if (!testimony) return { refusal: again(410) }
  if (!form.ok) return { refusal: again(422, form.errors) }
  if (context.throttled) return { refusal: again(429, { form: 'cases.errors.tooMany' }) }
  return { refusal: null, form: form.value, about: { testimony, locale, slug: campaign.slug, now: context.now }, again }
}
