import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { askDue } from '../commands/renewal/ask-due.server.ts'
import { followUp } from '../commands/renewal/follow-up.server.ts'
import { findRenewalSetting, keepRenewalTexts } from '../queries/renewal.server.ts'

/** Letters are kept until what follows from them is over, questions as long as they keep somebody from being asked too soon. */
async function forget(now: Date): Promise<void> {
  await pool().query(
    `delete from delivery d using renewal r
     where r.outcome is not null and r.closed_at < $1::timestamptz - interval '30 days' and d.campaign_id = r.campaign_id and d.id in (r.letter, r.reminder)
       and d.state in ('handed-over', 'failed', 'suppressed', 'unknown')`,
    [now],
  )
  await pool().query(
    `delete from renewal where outcome is not null and asked_at < $1::timestamptz - interval '400 days'`,
    [now],
  )
}

/** The yearly question, in the morning: what follows from those that were asked, then those whose turn it is. */
export const askYearly = defineJob({
  name: 'mailings.ask-yearly',
  at: '17 8 * * *',
  async run(now) {
    const enabledAt = await findRenewalSetting()
    if (enabledAt === null) return
    const campaignIds = (await db().campaign.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(
      ({ id }) => id,
    )
    const { reminded, ended } = await followUp({ now, campaignIds })
    const asked = await askDue({ now, enabledAt, campaignIds })
    await keepRenewalTexts(asked.keys(), now)
    await forget(now)
    const count = [...asked.values()].reduce((sum, n) => sum + n, 0)
    if (count + reminded + ended > 0)
      log.info('people were asked whether they still want news', { job: 'ask-yearly', count })
    await notify('delivery', '')
  },
})
