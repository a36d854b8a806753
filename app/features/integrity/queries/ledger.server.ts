import { pool } from '#app/infra/db/pool.server.ts'
import type { LedgerRow } from '../schema.ts'

/** The public ledger of a campaign: what happened each day by which rule, the newest day first. */
export async function ledgerOf(campaignId: number): Promise<LedgerRow[]> {
  const { rows } = await pool().query<LedgerRow>(
    `select l.day::text, l.event, l.rule, l.invalidation_id as invalidation, i.reason_fr as "reasonFr", i.reason_en as "reasonEn",
       sum(l.signatures)::int as signatures, sum(l.counted)::int as counted, sum(l.held)::int as held, sum(l.invalidated)::int as invalidated
     from ledger_entry l left join invalidation i on i.id = l.invalidation_id
     where l.campaign_id = $1
     group by l.day, l.event, l.rule, l.invalidation_id, i.reason_fr, i.reason_en
     order by l.day desc, min(l.id)`,
    [campaignId],
  )
  return rows
}
