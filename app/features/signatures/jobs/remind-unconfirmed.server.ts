import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { isOpen } from '#app/features/campaigns/rules.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import { mailsToAddress } from '../moves.ts'
import { confirmationDays, mostMails } from '../rules.ts'
import { revisit, walk } from './walk.server.ts'

const name = 'remind'
const hours = 24
const hour = 3_600_000

/**
 * Who shares an address shares its mails: the rows of each are locked, in the order in which signing locks them, so that a form that
 * is being written meanwhile is counted, and none is written before we are done.
 */
const lock = `
select from signature h
where h.campaign_id = $1 and h.email_index in (
  select s.email_index from signature s
  where s.campaign_id = $1 and s.id = any($2::uuid[]) and s.confirmed_at is null and not s.reminded
)
order by h.email_index, h.household_rank for update`

/**
 * A reminder counts as a mail and moves no date: the seven days run on. Its first mail must have been taken by a server a day
 * before; who was sent another since, or is still to be sent the first, is looked at later. What a rule struck out may be confirmed still (`may-confirm.ts`),
 * but nobody is written to about it unasked.
 */
const statement = `
with asked as (
  select * from unnest($2::uuid[], $3::uuid[]) as t(id, delivery_id)
), waiting as (
  select s.campaign_id, s.id, a.delivery_id, s.mailed_at, d.state::text as mail, d.ended_at
  from asked a join signature s on s.campaign_id = $1 and s.id = a.id
  left join delivery d on d.campaign_id = s.campaign_id and d.id = s.id
  where s.confirmed_at is null and s.state::text in ('pending', 'quarantined') and not s.reminded
    and ${mailsToAddress('s')} + s.household_rank < ${mostMails}
    and s.mailed_at > $4::timestamptz - make_interval(days => ${confirmationDays - 1})
), due as (
  select * from waiting
  where mailed_at <= $4::timestamptz - interval '${hours} hours' and mail in ('handed-over', 'unknown')
    and ended_at <= $4::timestamptz - interval '${hours} hours'
), marked as (
  update signature s set reminded = true, mails = s.mails + 1
  from due d where s.campaign_id = d.campaign_id and s.id = d.id and not s.reminded and s.confirmed_at is null
  returning s.campaign_id, s.id, d.delivery_id
), mails as (
  insert into delivery (campaign_id, id, kind, subject_id, lane, due_at)
  select campaign_id, delivery_id, 'reminder', id, 2, least($4::timestamptz, now()) from marked
)
insert into signature_revisit (name, campaign_id, id, due_at)
select '${name}', campaign_id, id,
  greatest(mailed_at, case when mail in ('handed-over', 'unknown') then ended_at else $4::timestamptz end) + interval '${hours} hours'
from waiting where id not in (select id from due) and mail is not null and mail not in ('failed', 'suppressed')
on conflict (name, campaign_id, id) do update set due_at = excluded.due_at`

/** Locked first, in a statement of its own: the next one sees what was written until then. */
const remind = (campaignId: number, ids: readonly string[], now: Date) =>
  db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(lock, campaignId, ids)
    const deliveries = ids.map(() => timeId(now))
    await tx.$executeRawUnsafe(statement, campaignId, ids, deliveries, now)
  })

/** Reminds once, a day later, whoever has not confirmed, as long as the campaign takes signatures. */
export const remindUnconfirmed = defineJob({
  name: 'signatures.remind-unconfirmed',
  at: '7 * * * *',
  async run(now) {
    const before = new Date(now.getTime() - hours * hour)
    for (const campaign of await listCampaigns()) {
      if (!isOpen(campaign, now)) continue
      const campaignId = campaign.id
      const visit = (ids: readonly string[]) => remind(campaignId, ids, now)
      await walk({ name, campaignId, before, visit })
      await revisit({ name, campaignId, now, visit })
    }
    await notify('delivery', '')
  },
})
