import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'

interface Reached {
  id: number
  campaign_id: number
  threshold: number
}

/**
 * Opens the duty of every goal that the count has passed: each once, at a known instant, however many workers look at a time,
 * and for good, even if the count falls again.
 * @returns how many were opened
 */
export async function reachGoals(now: Date): Promise<number> {
  return db().$transaction(async (tx) => {
    // Whoever comes second waits for the row, then finds it reached.
    const reached = await tx.$queryRaw<Reached[]>`
      update goal g set reached_at = ${now}
      from (
        select t.campaign_id, sum(t.n) as confirmed from tally t
        where t.dimension = 'all' and exists (select from goal o where o.campaign_id = t.campaign_id and o.reached_at is null)
        group by t.campaign_id
      ) counted
      where counted.campaign_id = g.campaign_id and counted.confirmed >= g.threshold and g.reached_at is null
      returning g.id, g.campaign_id, g.threshold`
    for (const campaignId of new Set(reached.map((goal) => goal.campaign_id)))
      await notifyWith(tx, 'page', String(campaignId))
    for (const { id, campaign_id: campaign, threshold } of reached)
      await appendAudit(
        tx,
        { actor: null, action: 'goal.reached', subject: `goal:${id}`, detail: { campaign, threshold } },
        now,
      )
    return reached.length
  })
}
