import { dayKept, plusMonths } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { monthsKept } from '../rules/replies.ts'

/**
 * A year after the decision, what a request said and who asked goes. Its line stays, with its decision; so does what stands on a
 * page. @returns how many
 */
export async function forgetRequests(now: Date): Promise<number> {
  const decidedOn = { lte: dayKept(plusMonths(parisDay(now), -monthsKept)) }
  const { count } = await db().rightOfReply.updateMany({
    where: { decidedOn, OR: [{ sealedContact: { not: null } }, { sealedRequest: { not: null } }] },
    data: { sealedContact: null, sealedRequest: null, sealedProposal: null, sealedWords: null },
  })
  return count
}
