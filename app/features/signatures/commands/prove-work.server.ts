import { db } from '#app/infra/db/prisma.server.ts'
import { checkSolution } from '../challenge.server.ts'
import { underAttack } from '../queries/guard.server.ts'
import type { Proof } from './sign/taken.server.ts'

const notAsked = Promise.resolve<Proof>('not-asked')

/**
 * What the form of a campaign proves. Asks for nothing while the guard is down. A solution counts once: of two who send the
 * same, one is first (docs/decisions/0022).
 */
export function proofOf(campaignId: number, solution: unknown, now: Date): Promise<Proof> {
  return underAttack(campaignId, now) ? judge(campaignId, solution, now) : notAsked
}

async function judge(campaignId: number, solution: unknown, now: Date): Promise<Proof> {
  const solved = typeof solution === 'string' ? await checkSolution(solution, campaignId, now) : null
  if (!solved) return 'missing'
  const { count } = await db().spentChallenge.createMany({ data: solved, skipDuplicates: true })
  return count === 1 ? 'given' : 'missing'
}
