import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import type { Listener } from '#app/infra/db/listen.server.ts'
import { lookSoon } from '#app/infra/db/look-soon.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { appendLeaves } from './commands/append-leaves.server.ts'
import { queueReceipts } from './commands/queue-receipts.server.ts'
import { signHead } from './commands/sign-head.server.ts'

async function keepLogs(now: Date): Promise<void> {
  for (const { id, slug } of await listCampaigns()) {
    await appendLeaves(id)
    await signHead({ id, slug }, now)
    await queueReceipts(id, now)
  }
}

/** Every minute what came into the count or left it is taken into the log, and the log's new head is signed. */
export const keepLog = defineJob({ name: 'proof.keep-log', at: '* * * * *', run: keepLogs })

/** The same soon after the count has moved: whoever confirms and looks finds their receipt. */
export const followLog = (): Listener =>
  lookSoon({ channel: 'count', pause: 2000, look: keepLogs, fault: 'cannot keep the log' })

/** Heads of every minute are kept for two days, after that the last of each hour. Those that letters printed stay. Every one of them can be computed again. */
export const thinHeads = defineJob({
  name: 'proof.thin-heads',
  at: '23 3 * * *',
  async run(now) {
    await pool().query(
      `delete from log_head h where signed_at < $1::timestamptz - interval '2 days' and exists (
         select from log_head later where later.campaign_id = h.campaign_id and later.size > h.size
           and date_trunc('hour', later.signed_at) = date_trunc('hour', h.signed_at)
       ) and not exists (select from mailing m where m.campaign_id = h.campaign_id and m.head_size = h.size)`,
      [now],
    )
  },
})
