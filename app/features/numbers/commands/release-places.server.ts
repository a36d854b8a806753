import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { nextStanding, nothingShown, type Counted } from '../place-standing.ts'
import { cellsOf, places } from '../places.ts'
import { standingShape } from '../queries/place-standing.server.ts'

interface Row {
  dimension: string
  key: string
  n: number
}

/**
 * True numbers of one instant: one statement sees one snapshot. Who came and left is what the log will say of it (leaves and what
 * waits to become one); where the tallies say more or less, as after a repair, as many came or left.
 */
async function countNow(tx: Transaction, campaignId: number): Promise<Counted> {
  const rows = await tx.$queryRaw<Row[]>`
    select dimension, key, sum(n)::int as n from tally
    where campaign_id = ${campaignId} and dimension in ('all', 'department', 'country') group by 1, 2
    union all select 'ins', '', (confirmed + restored)::int from log_tree where campaign_id = ${campaignId}
    union all select 'outs', '', (withdrawn + invalidated)::int from log_tree where campaign_id = ${campaignId}
    union all select case when kind = 'in' then 'ins' else 'outs' end, '', count(*)::int from log_event
    where campaign_id = ${campaignId} and kind <> 'forget' group by 1`
  const sum = (of: string) => rows.reduce((all, { dimension, n }) => all + (dimension === of ? n : 0), 0)
  const [count, ins, outs] = [sum('all'), sum('ins'), sum('outs')]
  const unlogged = count - (ins - outs)
  return {
    ins: ins + Math.max(0, unlogged),
    outs: outs + Math.max(0, -unlogged),
    cells: cellsOf(rows.filter(({ dimension }) => dimension === 'department' || dimension === 'country')),
  }
}

export type PlacesOutcome = { outcome: 'released' } | { outcome: 'nothing-new' }

/** Says of places what may be said by now. Safe to call as often as one likes, and by several: what may be said decides, not who asks. */
export async function releasePlaces(campaignId: number, now: Date): Promise<PlacesOutcome> {
  return db().$transaction(async (tx) => {
    await tx.placeStanding.createMany({
      data: { campaignId, standing: toJson(nothingShown), asOf: now },
      skipDuplicates: true,
    })
    const rows = await tx.$queryRaw<{ standing: unknown }[]>`
      select standing from place_standing where campaign_id = ${campaignId} for update`
    const before = standingShape.parse(rows[0]?.standing)
    const { standing, told } = nextStanding(before, await countNow(tx, campaignId), places)
    const lowered = Object.entries(standing.cells).some(([key, { shown }]) => shown < (before.cells[key]?.shown ?? 0))
    if (Object.keys(told).length === 0 && !lowered) return { outcome: 'nothing-new' }
    await tx.placeStanding.update({ where: { campaignId }, data: { standing: toJson(standing), asOf: now } })
    await notifyWith(tx, 'page', String(campaignId))
    return { outcome: 'released' }
  })
}

/** The shape that JSON columns take. */
const toJson = (value: object) => JSON.parse(JSON.stringify(value))
