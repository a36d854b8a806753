import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { dayKept, plusDays } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { appearing } from '../appearing.ts'
import type { ApartTransaction } from '../queries/apart.server.ts'
import { dayOf } from '../week.ts'

/** As long as somebody has who asks for the first time (décret 2007-1527). */
const daysToDecideAgain = 3

interface Appears {
  testimonyId: string
  draftVersion: number
  shown: NonNullable<ReturnType<typeof appearing>>
}

/**
 * Puts a version on the site. A reply that stood beside another version, or was about to, answers words that are not these: its
 * case is open again, with a clock of its own, and it stands nowhere until the team has decided anew.
 */
export async function appear(
  tx: ApartTransaction,
  { testimonyId, draftVersion, shown }: Appears,
  now: Date,
): Promise<void> {
  await tx.testimony.update({ where: { id: testimonyId }, data: shown, select: { id: true } })
  // Past its time nothing is left to decide on: who wants to answer this version asks anew.
  const cases = await tx.caseFile.findMany({
    where: {
      testimonyId,
      forTeam: { not: null },
      AND: [
        { OR: [{ decision: 'inserted' }, { state: 'accepted' }] },
        { OR: [{ repliedVersion: null }, { repliedVersion: { not: draftVersion } }] },
      ],
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
        publishedReply: null,
        publishedReplyBy: null,
        publishedReplyOn: null,
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
