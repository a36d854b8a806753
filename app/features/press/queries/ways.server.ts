import { publicBarometer } from '#app/features/remedies/queries/barometer.server.ts'
import { tablesOf, totalsOf } from '#app/features/remedies/barometer/rows.ts'
import { kindsShown } from '#app/features/sheets/queries/public.server.ts'

/** What the page of a campaign says of answers to letters, and whether it has a press kit or official channels, or explains scores. */
export async function waysOf(campaignId: number) {
  const [barometer, kinds] = await Promise.all([publicBarometer(campaignId), kindsShown(campaignId)])
  return {
    /** At least so many reported what came back; 0: nothing is shown. */
    told: barometer && kinds.has('letter') ? totalsOf(tablesOf(barometer.shown)).all : 0,
    press: kinds.has('press') || kinds.has('channel'),
    scoring: kinds.has('scoring'),
  }
}
