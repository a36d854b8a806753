import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import type { MadeSubscription } from './a-subscription.ts'

/** What became of a wish for news. */
export const stateOf = ({ campaignId, id }: MadeSubscription) =>
  db().subscription.findUniqueOrThrow({
    where: { campaignId_id: { campaignId, id } },
    select: { state: true, endedAt: true, renewedAt: true },
  })

/** The letters that ask, and their reminders. */
export const letters = () =>
  db().delivery.findMany({ where: { lane: 3 }, select: { kind: true, subjectId: true, state: true } })

/** How the questions ended; `null`: not yet. */
export const outcomes = async (): Promise<(string | null)[]> =>
  (await db().renewal.findMany({ orderBy: { outcome: 'asc' }, select: { outcome: true } })).map(
    ({ outcome }) => outcome,
  )

/** As if a server had taken what waits, at that moment. */
export const handOver = (at: Date) =>
  pool().query(`update delivery set state = 'handed-over', ended_at = $1 where lane = 3 and state = 'queued'`, [at])

/** Of the link to answer. */
export const tokenOf = ({ campaignId, id }: MadeSubscription): string => linkToken('renew', { campaignId, id })
