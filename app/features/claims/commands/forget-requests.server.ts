import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { dayKept, plusDays, plusMonths } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { daysBesideNothing, monthsKept, openReplies } from '../rules/replies.ts'

const nothingLeft = { sealedContact: null, sealedRequest: null, sealedProposal: null, sealedWords: null }

/**
 * Nobody decided for a year: it is closed with that reason, so that no queue grows for ever, and its words go. @returns how many
 */
function closeUndecided(now: Date): Promise<number> {
  const today = parisDay(now)
  return db().$transaction(async (tx) => {
    const { count } = await tx.rightOfReply.updateMany({
      where: { state: { in: openReplies }, receivedOn: { lte: dayKept(plusMonths(today, -monthsKept)) } },
      data: {
        ...nothingLeft,
        state: 'refused',
        reason: 'undecided',
        decidedOn: dayKept(today),
        revision: { increment: 1 },
      },
    })
    const deed = { actor: null, action: 'answer.expired', subject: 'answers', detail: { total: count } }
    if (count > 0) await appendAudit(tx, deed, now)
    return count
  })
}

/**
 * Words in clear beside nothing: what they answered has been off the site for a month. Whoever puts a claim back within it finds
 * the reply still there.
 */
const takeOffAlone = (now: Date): Promise<number> =>
  db().$executeRaw`
    update public.right_of_reply r
    set published_reply = null, published_reply_by = null, taken_off_on = ${dayKept(parisDay(now))}::date
    where r.published_reply is not null and r.about <> 'campaign' and exists (
      select from public.sheet s
      where s.campaign_id = r.campaign_id and s.kind = r.about and s.slug = r.about_slug
        and s.retired and s.saved_at < ${dayKept(plusDays(parisDay(now), -daysBesideNothing))}::timestamptz)`

/**
 * A year after the decision, what a request said and who asked goes; after a year without one, too. Its line stays, with its
 * decision; so does what stands on a page, as long as that page is on the site. @returns how many requests lost their words
 */
export async function forgetRequests(now: Date): Promise<number> {
  await takeOffAlone(now)
  const undecided = await closeUndecided(now)
  const decidedOn = { lte: dayKept(plusMonths(parisDay(now), -monthsKept)) }
  const { count } = await db().rightOfReply.updateMany({
    where: { decidedOn, OR: [{ sealedContact: { not: null } }, { sealedRequest: { not: null } }] },
    data: nothingLeft,
  })
  return undecided + count
}
