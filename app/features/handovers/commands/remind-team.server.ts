import { v7 as uuidv7 } from 'uuid'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { mayWriteToTeam, writeToTeam } from '#app/features/mailings/commands/write-to-team.server.ts'
import { listAllowed } from '#app/features/staff/queries/team.server.ts'
import { dayKept, dayRead, plusDays } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { responseDue } from '#emails/response-due.tsx'
import { remindedBefore, reminderOf, type ReminderKind } from '../rules/clock.ts'

/** A server that is away for a day is no reason to be told nothing; one that refuses is asked no more. */
const mostTries = 24
/** What passed unseen for so long is on the dashboard, and no news for a mail: a restored or sleeping house says nothing of last year. */
const longestAgo = 14

/** Writes down who is to be reminded of what, once for each day that was set. */
async function noteReminders(now: Date): Promise<void> {
  const today = parisDay(now)
  const due = await db().handover.findMany({
    where: {
      state: 'delivered',
      answeredOn: null,
      dueOn: { lte: dayKept(plusDays(today, remindedBefore)), gte: dayKept(plusDays(today, -longestAgo)) },
    },
    select: { id: true, deliveredOn: true, dueOn: true },
  })
  if (due.length === 0) return
  const team = await listAllowed('campaign')
  const reminders = due.flatMap(({ id: handoverId, deliveredOn, dueOn }) => {
    const told = { deliveredOn: deliveredOn && dayRead(deliveredOn), dueOn: dueOn && dayRead(dueOn), answeredOn: null }
    const kind = reminderOf(told, today)
    if (!kind || !dueOn) return []
    return team.map(({ id: staffId }) => ({ handoverId, kind, dueOn, staffId, messageId: uuidv7(), createdAt: now }))
  })
  await db().handoverReminder.createMany({ data: reminders, skipDuplicates: true })
}

interface Claimed {
  handoverId: number
  campaignId: number
  kind: ReminderKind
  /** Days, `YYYY-MM-DD`. */
  deliveredOn: string
  dueOn: string
  staffId: string
  messageId: string
  createdAt: Date
  locale: string
}

/** Each belongs to one process for some minutes. What was answered, corrected or overtaken meanwhile is not written any more. */
const claim = `update handover_reminder r set tries = tries + 1, lease_until = $1::timestamptz + interval '5 minutes'
  from handover h, staff_member s
  where h.id = r.handover_id and s.id = r.staff_id and s.state = 'active'
    and h.state = 'delivered' and h.answered_on is null and h.due_on = r.due_on
    and (r.kind = 'silent' or h.due_on >= $2::date)
    and (r.handover_id, r.kind, r.due_on, r.staff_id) in (
      select handover_id, kind, due_on, staff_id from handover_reminder
      where told_at is null and tries < $3 and (lease_until is null or lease_until < $1) for update skip locked)
  returning r.handover_id as "handoverId", h.campaign_id as "campaignId", r.kind, h.delivered_on::text as "deliveredOn",
    r.due_on::text as "dueOn", r.staff_id::text as "staffId", r.message_id::text as "messageId", r.created_at as "createdAt", s.locale`

async function tell(reminder: Claimed, address: string, now: Date): Promise<void> {
  const { campaignId, handoverId: id, kind, staffId } = reminder
  const locale = isLocale(reminder.locale) ? reminder.locale : 'fr'
  const [campaign, text] = await Promise.all([
    db().campaign.findUniqueOrThrow({ where: { id: campaignId }, select: { slug: true, association: true } }),
    findText(campaignId, locale),
  ])
  const mail = await responseDue(
    {
      locale,
      kind,
      association: campaign.association,
      campaign: plainTitle(text?.title ?? campaign.slug),
      deliveredOn: reminder.deliveredOn,
      dueOn: reminder.dueOn,
      url: `${config().appUrl}/admin/campaigns/${campaign.slug}/deliveries/${id}`,
    },
    translator(locale),
  )
  const sent = await writeToTeam({ address, mail, id: reminder.messageId, date: reminder.createdAt })
  if (sent.outcome === 'handed-over')
    await db().handoverReminder.updateMany({
      where: { handoverId: id, kind, dueOn: dayKept(reminder.dueOn), staffId },
      data: { toldAt: now, leaseUntil: null },
    })
  else
    log.warn('nobody could be reminded of an answer that is due', {
      job: 'handovers',
      id: String(id),
      code: sent.outcome,
    })
}

/**
 * Reminds everyone who may campaign: three days before an answer is due, and when its day has passed. One mail to each person for
 * each day that was set, however often it runs; none about an answer that has come.
 */
export async function remindTeam(now: Date): Promise<void> {
  if (!(await mayWriteToTeam())) return
  await noteReminders(now)
  const { rows } = await pool().query<Claimed>(claim, [now, parisDay(now), mostTries])
  if (rows.length === 0) return
  const addresses = new Map((await listAllowed('campaign')).map(({ id, email }) => [id, email]))
  for (const row of rows) {
    const address = addresses.get(row.staffId)
    if (address) await tell(row, address, now)
  }
}
