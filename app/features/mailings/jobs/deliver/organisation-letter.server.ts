import { refuseReasons } from '#app/features/organisations/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { confirmOrganisation } from '#emails/confirm-organisation.tsx'
import type { Mail } from '#emails/letter.tsx'
import { organisationDecided } from '#emails/organisation-decided.tsx'

/** How an organisation stands at the moment of writing to whoever represents it. */
export interface OrganisationNews {
  state: string
  reason: string | null
}

interface Written {
  locale: Locale
  slug: string
  campaignTitle: string
  association: string
  /** Stand where the reader's own tokens go: to confirm, and to say that it was not them. */
  token: string
  notMe: string
}

/** The letter to a representative: to confirm, or what was decided; `null` when there is nothing to say. */
export async function writeOrganisationLetter(
  { state, reason }: OrganisationNews,
  { slug, token, notMe, ...base }: Written,
): Promise<Mail | null> {
  const t = translator(base.locale)
  const { appUrl } = config()
  const home = `${appUrl}/${base.locale}`
  const decided = { ...base, listUrl: `${home}/${slug}/organisations` }
  if (state === 'pending')
    return confirmOrganisation(
      { ...base, confirmUrl: `${home}/confirm-organisation/${token}`, notMeUrl: `${home}/not-me/${notMe}`, appUrl },
      t,
    )
  if (state === 'approved') return organisationDecided({ ...decided, refusal: null }, t)
  const known = refuseReasons.find((code) => code === reason)
  return state === 'refused' && known
    ? organisationDecided({ ...decided, refusal: t(`organisations.reasons.${known}`) }, t)
    : null
}
