import { findText, listGoals } from '#app/features/campaigns/queries.server.ts'
import { isOpen, nextGoal } from '#app/features/campaigns/rules.ts'
import { shownCampaign } from '#app/features/campaigns/shown.server.ts'
import { liveCount } from '#app/features/signatures/queries/live-count.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Embedded, Pictured } from './schema.ts'

/**
 * A campaign as other sites may show it; `null` when there is none, or none in that language. Names that somebody makes up are
 * answered from memory and never reach the database.
 */
export async function findEmbedded(slug: string, locale: Locale, now: Date): Promise<Embedded | null> {
  const campaign = await shownCampaign(slug)
  if (!campaign || campaign.textVersions[locale] === undefined) return null
  const [text, goals] = await Promise.all([findText(campaign.id, locale), listGoals(campaign.id)])
  if (!text) return null
  const { title, addressee, ask, consent, version: textVersion } = text
  const confirmed = liveCount(campaign.id)
  const goal = nextGoal(goals, confirmed)
  return {
    campaign,
    locale,
    title,
    addressee,
    ask,
    consent,
    textVersion,
    confirmed,
    goal: goal && { threshold: goal.threshold, duty: locale === 'fr' ? goal.dutyFr : goal.dutyEn },
    open: isOpen(campaign, now),
  }
}

/** What its badge and its share image say. */
export const picturedOf = ({ campaign, goal, ...said }: Embedded): Pictured => ({
  locale: said.locale,
  title: said.title,
  addressee: said.addressee,
  association: campaign.association,
  confirmed: said.confirmed,
  goal: goal?.threshold,
  open: said.open,
  demonstration: campaign.demonstration,
})
