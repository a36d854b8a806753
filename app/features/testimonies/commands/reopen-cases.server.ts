import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { dayKept, plusDays } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Prisma } from '#app/infra/db/generated/client.ts'
import type { ApartTransaction } from '../queries/apart.server.ts'
import { dayOf } from '../week.ts'

/** As long as somebody has who asks for the first time (décret 2007-1527). */
const daysToDecideAgain = 3

const nowhere = { publishedReply: null, publishedReplyBy: null, publishedReplyOn: null }

/** What a reply answered is off the site: no word of it stays in a column that anyone could read. */
export async function repliesLeave(tx: ApartTransaction, testimonyId: string): Promise<void> {
  await tx.caseFile.updateMany({ where: { testimonyId, publishedReply: { not: null } }, data: nowhere })
}

interface Answered {
  testimonyId: string
  draftVersion: number
  /** Which of the replies; without it, all. */
  which?: Prisma.CaseFileWhereInput
}

/**
 * What a reply answered, or was about to, is not what stands there now: its case is open again, with a clock of its own, and it
 * stands nowhere until the team has decided anew.
 */
export async function reopenCases(
  tx: ApartTransaction,
  { testimonyId, draftVersion, which = {} }: Answered,
  now: Date,
): Promise<void> {
  // Past its time nothing is left to decide on: who wants to answer this version asks anew.
  const cases = await tx.caseFile.findMany({
    where: {
      testimonyId,
      forTeam: { not: null },
      AND: [{ OR: [{ decision: 'inserted' }, { state: 'accepted' }] }, which],
    },
    select: { id: true },
  })
  for (const { id } of cases) {
    await tx.caseFile.update({
      where: { id },
      data: {
        state: 'open',
        decision: null,
        decidedById: null,
        decidedOn: null,
        proposedById: null,
        ...nowhere,
        repliedVersion: null,
        dueOn: dayKept(plusDays(parisDay(now), daysToDecideAgain)),
        revision: { increment: 1 },
      },
      select: { id: true },
    })
    // To the day: it may be the witness's yes that puts it on the site.
    const detail = { draftVersion }
    await appendAudit(tx, { actor: null, action: 'case.reopened', subject: `case:${id}`, detail }, dayOf(now))
  }
}
