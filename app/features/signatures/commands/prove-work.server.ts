import { db } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { checkSolution } from '../challenge.server.ts'
import { underAttack } from '../queries/guard.server.ts'
import type { Proof } from './sign/taken.server.ts'

export interface Proven {
  proof: Proof
  /** The nonce that this used up. */
  spent: Buffer<ArrayBuffer> | null
}

const notAsked = Promise.resolve<Proven>({ proof: 'not-asked', spent: null })
const missing: Proven = { proof: 'missing', spent: null }

/**
 * What the form of a campaign proves. Asks for nothing while the guard is down. A solution counts once: of two who send the
 * same, one is first (docs/decisions/0022).
 */
export function proveWork(campaignId: number, solution: unknown, now: Date): Promise<Proven> {
  return underAttack(campaignId, now) ? judge(campaignId, solution, now) : notAsked
}

async function judge(campaignId: number, solution: unknown, now: Date): Promise<Proven> {
  const solved = typeof solution === 'string' ? await checkSolution(solution, campaignId, now) : null
  if (!solved) return missing
  const { count } = await db().spentChallenge.createMany({ data: solved, skipDuplicates: true })
  return count === 1 ? { proof: 'given', spent: solved.nonce } : missing
}

/** The form that it was spent on was not stored: whoever sends it again has done the work. Never throws. */
export async function giveBack(nonce: Buffer<ArrayBuffer>): Promise<void> {
  await db()
    .spentChallenge.deleteMany({ where: { nonce } })
    .catch((error: unknown) => log.warn('cannot give a proof of work back', { error }))
}
