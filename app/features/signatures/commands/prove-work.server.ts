import { db } from '#app/infra/db/prisma.server.ts'
import { checkSolution } from '../challenge.server.ts'
import { underAttack } from '../queries/guard.server.ts'
import type { Proof } from './sign/row.server.ts'

/**
 * What the form of a campaign proves. Asks for nothing while the guard is down. A solution counts once: of two who send the
 * same, one is first (docs/decisions/0022).
 */
export async function proofOf(campaignId: number, solution: unknown, now: Date): Promise<Proof> {
  if (!underAttack(campaignId, now)) return 'not-asked'
  const solved = typeof solution === 'string' ? await checkSolution(solution, campaignId, now) : null
  if (!solved) return 'missing'
  const { count } = await db().spentChallenge.createMany({ data: solved, skipDuplicates: true })
  return count === 1 ? 'given' : 'missing'
}
