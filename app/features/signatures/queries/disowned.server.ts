import { db } from '#app/infra/db/prisma.server.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { readLinkToken, type LinkTarget } from '#app/infra/vault/tokens.server.ts'
import { isUndone } from './undone.server.ts'

/** Finds what a link brought about, after the signature and its address are gone. */
export const disownIndex = ({ campaignId, id }: LinkTarget): Buffer<ArrayBuffer> =>
  blindIndex('not-me', `${campaignId}/${id}`)

export interface Disownable {
  campaignId: number
  /**
   * `waiting`: not confirmed, `counted`: confirmed; `blocked`: it was said, and we write no more; `gone`: nothing is left of
   * it, and nothing is blocked.
   */
  state: 'waiting' | 'counted' | 'blocked' | 'gone'
}

/** What a link "it was not me" would do, or has done; `null` when we made none like it. */
export async function findDisownable(token: string): Promise<Disownable | null> {
  const target = readLinkToken('not-me', token)
  if (!target) return null
  const { campaignId } = target
  const [blocked, signature] = await Promise.all([
    db().suppressionLink.findFirst({ where: { linkIndex: disownIndex(target) }, select: { linkIndex: true } }),
    db().signature.findFirst({ where: target, select: { state: true, confirmedAt: true } }),
  ])
  if (blocked) return { campaignId, state: 'blocked' }
  if (!signature || signature.state === 'withdrawn')
    return { campaignId, state: (await isUndone(db(), target)) ? 'waiting' : 'gone' }
  return { campaignId, state: signature.state === 'confirmed' || signature.confirmedAt ? 'counted' : 'waiting' }
}
