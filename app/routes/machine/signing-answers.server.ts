import type { ByProgramOutcome } from '#app/features/partners/commands/sign-by-program.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { isMessageKey, translator } from '#app/i18n/t.ts'
import { problem } from './reply.server.ts'

const alone = { 'Cache-Control': 'no-store' }

/** One thing that is wrong with a field: JSON Pointer (RFC 6901), for people in their language, and for programs. */
interface FieldError {
  pointer: string
  detail: string
  code: string
}

/** 422, with what is wrong with each field (RFC 9457 §3). */
export function invalidFields(errors: Readonly<Record<string, string>>, locale: Locale): Response {
  const t = translator(locale)
  const said: FieldError[] = Object.entries(errors).map(([field, key]) => ({
    pointer: `#/${field}`,
    detail: isMessageKey(key) ? t(key) : key,
    code: key.split('.').at(-1) ?? key,
  }))
  return problem(
    {
      status: 422,
      kind: 'invalid-fields',
      title: 'Invalid fields',
      detail: 'Some fields are missing or wrong. "errors" says which, and why.',
      more: { errors: said },
    },
    { 'Content-Language': locale, Vary: 'Accept-Language' },
  )
}

export const notAnObject = (): Response =>
  problem({
    status: 400,
    kind: 'not-an-object',
    title: 'Not an object',
    detail: 'The body must be a JSON object with the fields of the form.',
  })

/** What was decided about a signature, as an answer. Whoever signed before gets the same, so that nobody learns from us who did. */
export function answerOf(outcome: ByProgramOutcome, slug: string): Response {
  switch (outcome.outcome) {
    case 'accepted':
      return Response.json({ status: 'confirmation-sent' }, { status: 202, headers: alone })
    case 'tried':
      return Response.json({ status: 'nothing-sent' }, { status: 200, headers: alone })
    case 'campaign-closed':
      return problem({
        status: 410,
        kind: 'campaign-closed',
        title: 'Campaign closed',
        detail: 'This campaign takes no signatures now.',
      })
    case 'text-changed':
      return problem({
        status: 409,
        kind: 'text-changed',
        title: 'Text changed',
        detail: 'The version that was shown was replaced more than a day ago. Show the text of now, and ask again.',
        more: { current: outcome.current, texts: publicUrl(`/fr/${slug}/texts`) },
      })
    case 'work-missing':
      return problem({
        status: 403,
        kind: 'proof-of-work-required',
        title: 'Proof of work required',
        detail:
          'The campaign is under attack. Solve a challenge for each signature and send the solution as "altcha", or use a key.',
        more: { challenge: publicUrl(`/api/v1/campaigns/${slug}/challenge`) },
      })
  }
}
