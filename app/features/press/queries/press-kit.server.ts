import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { publicCountsBy } from '#app/features/numbers/queries.server.ts'
import { findRelease } from '#app/features/numbers/queries/releases.server.ts'
import { headOf } from '#app/features/proof/queries/log.server.ts'
import { publicBarometer } from '#app/features/remedies/queries/barometer.server.ts'
import { tablesOf, totalsOf } from '#app/features/remedies/barometer/rows.ts'
import { listSheets } from '#app/features/sheets/queries/public.server.ts'
import { liveCountAsOf } from '#app/features/signatures/queries/live-count.server.ts'
import { channelForm } from '../channel-form.ts'
import { pressForm } from '../press-form.ts'

/** Numbers that anyone can check, read as the public reads them. Instants as ISO 8601, days as `YYYY-MM-DD`. */
export async function pressFigures(campaign: CampaignSummary) {
  const { id, slug } = campaign
  const [head, release, departments, barometer] = await Promise.all([
    headOf(campaign),
    findRelease(id, null),
    publicCountsBy(id, 'department'),
    publicBarometer(id),
  ])
  const { confirmed, asOf } = liveCountAsOf(id)
  return {
    campaign: slug,
    confirmed,
    asOf: asOf.toISOString(),
    head: head && { size: head.size, root: head.root, counted: head.counted, signedAt: head.signedAt },
    release: release && { day: release.day },
    departments,
    barometer: barometer && { asOf: barometer.asOf, atLeast: totalsOf(tablesOf(barometer.shown)) },
  }
}
export type PressFigures = Awaited<ReturnType<typeof pressFigures>>

/** The texts of the press kit and the official channels, current and being verified again. `null`: the campaign has neither. */
export async function pressTexts(campaignId: number, today: string) {
  const [texts, channels] = await Promise.all([
    listSheets(campaignId, pressForm, today),
    listSheets(campaignId, channelForm, today),
  ])
  const found = [texts.current, texts.expired, channels.current, channels.expired].some((list) => list.length > 0)
  return found ? { texts, channels } : null
}
export type PressTexts = NonNullable<Awaited<ReturnType<typeof pressTexts>>>
