import { findCorrectedClaim } from '#app/features/claims/queries/corrected.server.ts'
import { listCiting } from '#app/features/mailings/queries/errata.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** What else there is to do about the claim of a sheet; `null`: it is none, or was never published. */
export async function besideClaim(
  sheet: { id: number; kind: string },
  actor: Pick<Actor, 'role'> & { locale: Locale },
) {
  const claim = sheet.kind === 'claim' ? await findCorrectedClaim(sheet.id) : null
  if (!claim) return null
  const { campaign, slug, correction } = claim
  const citing =
    correction && may(actor, 'mail')
      ? await listCiting({ campaign, slug, publishedOn: correction.publishedOn }, actor.locale)
      : null
  return { sheetId: sheet.id, withoutErratum: citing && citing.filter(({ erratum }) => erratum === null).length }
}
