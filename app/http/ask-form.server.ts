import type { ActionFunctionArgs } from '@remix-run/node'
import { characters, tidy } from '#app/features/campaigns/rules/typed-text.ts'
import { isOpen } from '#app/features/campaigns/rules.ts'
import { longest, lookForm, sendForm, type SendForm } from '#app/features/questions/schema.ts'
import { replacedStops, stopErrors } from '#app/features/testimonies/guard/deposit.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { addressedCampaign } from './find-campaign.server.ts'
import { parseForm, parseValues, type FormErrors, type FormValues } from './parse-form.server.ts'

/** On which of its two pages a form goes on, and with what. */
export type AskStep =
  | { step: 'closed' | 'slow-down'; values: FormValues; errors: FormErrors }
  /** Back to the page it came from. `stopped`: because of what points to somebody. */
  | {
      step: 'again'
      status: 200 | 422
      values: FormValues
      errors: FormErrors
      near: boolean
      stopped: boolean
      replaced: boolean
    }
  | { step: 'look'; text: string; values: FormValues }
  | { step: 'helped'; slug: string; once: string | null }
  | { step: 'send'; form: SendForm; values: FormValues }

const guarded = ['text'] as const

/** What is too long is refused for its length, and the guard does not read it. */
const isTooLong = ({ text }: FormValues): boolean => typeof text === 'string' && characters(tidy(text)) > longest.text

/** Judges a form of the ask pages: limits first, then the guard, then what is missing. Nothing typed is lost on any way. */
async function judge(
  { request, context }: ActionFunctionArgs,
  { open, locale }: { open: boolean; locale: Locale },
): Promise<AskStep> {
  const looked = await parseForm(request, { schema: lookForm })
  const { values } = looked
  const back = { values, near: values['intent'] === 'send', stopped: false, replaced: false }
  if (!open) return { step: 'closed', values, errors: {} }
  if (context.throttled) return { step: 'slow-down', values, errors: { form: 'questions.errors.tooMany' } }
  const helped = values['helped']
  // What stood in the field is not even read.
  if (typeof helped === 'string')
    return { step: 'helped', slug: helped, once: looked.ok ? (looked.value.once ?? null) : null }
  if (isTooLong(values)) {
    const errors = looked.ok ? { text: 'questions.errors.textTooLong' as const } : looked.errors
    return { ...back, step: 'again', status: 422, errors }
  }
  if (values['guard'] === 'replace') {
    const words = replacedStops(
      values,
      (wording) => translator(locale)(`testimonies.guard.neutral.${wording}`),
      guarded,
    )
    return {
      ...back,
      step: 'again',
      status: 200,
      values: { ...values, ...words },
      errors: {},
      near: 'wish' in values,
      replaced: true,
    }
  }
  const stops = stopErrors(values, guarded)
  const stopped = Object.keys(stops).length > 0
  const sent = back.near ? parseValues(values, sendForm) : looked
  if (stopped || !sent.ok)
    return { ...back, step: 'again', status: 422, errors: { ...(sent.ok ? {} : sent.errors), ...stops }, stopped }
  if (!looked.ok || !back.near) return { step: 'look', text: sent.value.text, values }
  return 'wish' in sent.value
    ? { step: 'send', form: sendForm.parse(sent.value), values }
    : { step: 'look', text: sent.value.text, values }
}

/** A form of the ask pages, with the campaign that it is for. @throws 404 */
export async function readAskForm(args: ActionFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(args.params)
  const { now } = args.context
  return { campaign, locale, now, judged: await judge(args, { open: isOpen(campaign, now), locale }) }
}
