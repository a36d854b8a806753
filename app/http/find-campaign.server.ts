import type { Params } from '@remix-run/react'
import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { refuse } from './answer.server.ts'

/** The language and campaign that an address names. @throws 404 */
export async function addressedCampaign(params: Params): Promise<{ locale: Locale; campaign: CampaignSummary }> {
  const campaign = isLocale(params.locale) ? await findCampaign(params.campaign ?? '') : null
  if (!campaign || !isLocale(params.locale)) throw refuse(404)
  return { locale: params.locale, campaign }
}
